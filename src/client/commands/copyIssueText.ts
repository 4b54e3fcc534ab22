import * as vscode from 'vscode';
import type { Server } from '../link/server';
import { isReadable } from '../documents';

const shownMs = 5_000;

/** Copies the marker under the cursor as the text of an issue. */
export function registerCopyIssueText(server: Pick<Server, 'issueText'>): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.copyIssueText', async () => {
    const editor = vscode.window.activeTextEditor;
    const text = editor && isReadable(editor.document) ? await textAt(editor, server) : undefined;
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

async function textAt(
  { document, selection }: vscode.TextEditor,
  server: Pick<Server, 'issueText'>,
): Promise<string | undefined> {
  const { token } = new vscode.CancellationTokenSource();
  return server.issueText({ document, position: selection.active }, token);
}
