import * as vscode from 'vscode';

/**
 * Brings a document to the front. The editor gives up where another one opens at the same moment; a second time it
 * is the last that was asked for.
 *
 * @throws when it cannot be shown twice in a row
 */
export async function showDocument(
  document: vscode.TextDocument,
  options: vscode.TextDocumentShowOptions = {},
): Promise<void> {
  const show = () => vscode.window.showTextDocument(document, options);
  await show().then(undefined, show);
}

/** Shows a document where it is open already, or else beside what is looked at, with the cursor at a place. */
export async function showBeside(document: vscode.TextDocument, at: vscode.Position): Promise<void> {
  const viewColumn = columnOf(document.uri) ?? vscode.ViewColumn.Beside;
  await showDocument(document, { viewColumn, selection: new vscode.Range(at, at) });
}

function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  return vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  )?.viewColumn;
}
