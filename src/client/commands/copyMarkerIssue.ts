import * as vscode from 'vscode';
import type { Server } from '../link/server';
import { toRange } from '../openSource';
import { markerOf } from '../views/debtTree';

/** A marker of the view Debt as the text of an issue, to the clipboard. */
export function registerCopyMarkerIssue(server: Pick<Server, 'issueText'>): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.copyMarkerIssue', async (item: unknown) => {
    const marker = markerOf(item);
    if (marker === undefined) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(marker.uri));
    const place = { document, position: toRange(marker.range).start };
    const text = await server.issueText(place, new vscode.CancellationTokenSource().token);
    if (text === undefined) return;
    await vscode.env.clipboard.writeText(text);
    vscode.window.setStatusBarMessage('$(check) The text of an issue is in the clipboard.', 5_000);
  });
}
