import * as vscode from 'vscode';
import { isReadable } from './documents';
import type { Server } from './link/server';
import { toRange } from './openSource';
import { isOn } from './settings';

/**
 * Offers the text of an issue on the tag of a marker. The action is made here, so that the command it runs
 * never comes from what a repository wrote.
 */
export function registerIssueTextAction(server: Pick<Server, 'markers'>): vscode.Disposable {
  const kind = vscode.CodeActionKind.RefactorRewrite.append('issueText');
  return vscode.languages.registerCodeActionsProvider(
    // Folders may come from more file systems later.
    '*',
    {
      async provideCodeActions(document, range, _context, token) {
        if (!isReadable(document) || !isOn('fixes', document)) return [];
        const markers = (await server.markers(document, token)) ?? [];
        if (!markers.some((marker) => toRange(marker.range).contains(range.start))) return [];
        const action = new vscode.CodeAction('Copy Marker as Issue Text', kind);
        action.command = { command: 'leadlight.copyIssueText', title: 'Copy Marker as Issue Text' };
        return [action];
      },
    },
    { providedCodeActionKinds: [kind] },
  );
}
