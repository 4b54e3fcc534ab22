import * as vscode from 'vscode';
import { say } from '../notice';
import { withPatience } from '../patience';
import type { Review } from '../review';
import { isOn } from '../settings';

/** Starts the review of what a folder changes, and shows the view. */
export function registerStartReview(review: Review): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.startReview', async (given: unknown) => {
    if (!isOn('review')) return say('Reviews are switched off: see the setting leadlight.review.enabled.');
    const folder = folderGiven(given) ?? (await chooseFolder());
    if (folder === undefined) return;
    await vscode.commands.executeCommand('leadlight.review.focus');
    await withPatience('Looking at what changed', (token) =>
      review.start({ folder: folder.uri.toString() }, token),
    );
  });
}

/** Of what the menu of Source Control hands over, or of a URI. */
function folderGiven(given: unknown): vscode.WorkspaceFolder | undefined {
  const { rootUri } = (given ?? {}) as { readonly rootUri?: unknown };
  const uri = [given, rootUri].find((value) => value instanceof vscode.Uri);
  return uri instanceof vscode.Uri ? vscode.workspace.getWorkspaceFolder(uri) : undefined;
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) say('Open a folder first: a review asks about what changed in one.');
  if (folders.length <= 1) return folders[0];
  return vscode.window.showWorkspaceFolderPick({ placeHolder: 'Review the changes of which folder?' });
}
