import * as vscode from 'vscode';

/**
 * Brings a document to the front. The editor gives up where another one opens at the same moment; a second time it
 * is the last that was asked for.
 *
 * @throws when it cannot be shown twice in a row
 */
export async function showDocument(document: vscode.TextDocument): Promise<void> {
  const show = () => vscode.window.showTextDocument(document);
  await show().then(undefined, show);
}
