import * as vscode from 'vscode';
import { isReadable } from '../documents';
import type { Place, Server } from '../link/server';
import { neverCancelled } from '../neverCancelled';
import { toRange } from '../openSource';
import { markerOf } from '../views/debtTree';

const shownMs = 5_000;

/** Copies a marker as the text of an issue: one of the view Debt, or the one under the cursor. */
export function registerCopyIssueText(server: Pick<Server, 'issueText'>): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.copyIssueText', async (item: unknown) => {
    const place = (await placeOf(item)) ?? placeOfCursor();
    const text =
      place && isReadable(place.document) ? await server.issueText(place, neverCancelled()) : undefined;
    if (text === undefined) {
      void vscode.window.showInformationMessage(
        'The cursor is on no marker: put it on the tag, such as TODO.',
      );
      return;
    }
    await vscode.env.clipboard.writeText(text);
    vscode.window.setStatusBarMessage(
      '$(copy) The marker is in the clipboard, as the text of an issue',
      shownMs,
    );
  });
}

async function placeOf(item: unknown): Promise<Place | undefined> {
  const marker = markerOf(item);
  if (marker === undefined) return undefined;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(marker.uri));
  return { document, position: toRange(marker.range).start };
}

function placeOfCursor(): Place | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && { document: editor.document, position: editor.selection.active };
}
