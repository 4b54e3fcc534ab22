import * as vscode from 'vscode';
import { linesOfFragment } from '../../core/text/fragment';

export interface LinkPlace {
  readonly path: string;
  /** What stands behind the `#`; empty where there is none. */
  readonly fragment: string;
}

/**
 * Opens a file of a workspace folder in a column, where the link's fragment says. Resolves to a sentence where that
 * cannot be shown.
 */
export async function followLink(
  folder: vscode.Uri,
  { path, fragment }: LinkPlace,
  viewColumn: vscode.ViewColumn,
): Promise<string | undefined> {
  const uri = vscode.Uri.joinPath(folder, path);
  if (vscode.workspace.getWorkspaceFolder(uri) === undefined) return 'This place is outside the workspace.';
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0) {
      await vscode.commands.executeCommand('revealInExplorer', uri);
      return undefined;
    }
    const editor = await vscode.window.showTextDocument(uri, { viewColumn });
    if (fragment === '') return undefined;
    const lines = linesOfFragment(editor.document.getText(), fragment);
    if (lines === undefined) return `${path} has no part that is called ${fragment}.`;
    const range = new vscode.Range(lines.start, 0, lines.end, editor.document.lineAt(lines.end).text.length);
    editor.selection = new vscode.Selection(range.start, lines.end > lines.start ? range.end : range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.AtTop);
    return undefined;
  } catch {
    return `${path} cannot be shown as text.`;
  }
}
