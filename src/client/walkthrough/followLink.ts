import * as vscode from 'vscode';
import { linesOfFragment } from '../../core/text/fragment';
import { showFile } from './showFile';

export interface LinkPlace {
  readonly path: string;
  /** What stands behind the `#`; empty where there is none. */
  readonly fragment: string;
}

/**
 * Opens a file of a workspace folder in a column, where the link's fragment says. Resolves to a sentence where that
 * cannot be shown.
 */
export function followLink(
  folder: vscode.Uri,
  { path, fragment }: LinkPlace,
  column: vscode.ViewColumn,
): Promise<string | undefined> {
  const uri = vscode.Uri.joinPath(folder, path);
  return showFile({ uri, name: path, column }, (editor) => {
    if (fragment === '') return undefined;
    const lines = linesOfFragment(editor.document.getText(), fragment);
    if (lines === undefined) return `${path} has no part that is called ${fragment}.`;
    const range = new vscode.Range(lines.start, 0, lines.end, editor.document.lineAt(lines.end).text.length);
    editor.selection = new vscode.Selection(range.start, lines.end > lines.start ? range.end : range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.AtTop);
    return undefined;
  });
}
