import * as vscode from 'vscode';
import type { LensEntry } from '../../core/authoring/entryLenses';
import type { ServerLink } from '../link/serverLink';
import { neverCancelled } from '../neverCancelled';
import { toRange } from '../openSource';
import { sayGone } from '../statusMessages';

/** The line above an entry: what it counts, in a peek view over the entry. */
export function registerShowPlaces(link: Pick<ServerLink, 'lensPlaces'>): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.showPlaces', async (about: LensEntry | undefined) => {
    const found = about && (await link.lensPlaces(about, neverCancelled()));
    if (about === undefined || found?.at === undefined || found.places.length === 0) {
      sayGone();
      return;
    }
    await vscode.commands.executeCommand(
      'editor.action.peekLocations',
      vscode.Uri.parse(about.uri),
      toRange({ start: found.at, end: found.at }).start,
      found.places.map(({ uri, range }) => new vscode.Location(vscode.Uri.parse(uri), toRange(range))),
      'peek',
    );
  });
}
