import * as vscode from 'vscode';

/**
 * Opens a file of the workspace in a column, or shows a folder of it in the explorer. `settle` then puts the cursor
 * where it belongs. Resolves to a sentence, which calls the file by `name`, where something cannot be shown.
 */
export async function showFile(
  { uri, name, column }: { uri: vscode.Uri; name: string; column: vscode.ViewColumn },
  settle: (editor: vscode.TextEditor) => string | undefined,
): Promise<string | undefined> {
  // It comes from what a repository says.
  if (vscode.workspace.getWorkspaceFolder(uri) === undefined) return 'This place is outside the workspace.';
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0) {
      await vscode.commands.executeCommand('revealInExplorer', uri);
      return undefined;
    }
    return settle(await vscode.window.showTextDocument(uri, { viewColumn: column, preview: true }));
  } catch {
    return `${name} cannot be shown as text.`;
  }
}
