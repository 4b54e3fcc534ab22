import * as vscode from 'vscode';
import { showDocument } from './showDocument';
import { unsavedText } from './unsavedText';

/**
 * Adds lines to the end of a file, or to the beginning of one that is not there yet, and shows it. Nothing is saved.
 *
 * @throws where the file is no text, is outside the workspace, or is reached by a symbolic link
 */
export async function appendText(
  uri: vscode.Uri,
  { lines, heading }: { readonly lines: string; readonly heading: string },
): Promise<void> {
  if (await isLinked(uri)) throw new Error('A symbolic link leads there.');
  const isThere = await Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
  const document = isThere
    ? await vscode.workspace.openTextDocument(uri)
    : await unsavedText(uri, `${heading}\n\n`, 'markdown');
  const end = document.lineAt(document.lineCount - 1).range.end;
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, end, end.character === 0 ? lines : `\n${lines}`);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('It cannot be edited.');
  await showDocument(document);
  const last = document.lineAt(document.lineCount - 1).range;
  vscode.window.activeTextEditor?.revealRange(last);
}

/** Whether a file, or a folder on the way to it, is outside the workspace or a symbolic link. */
async function isLinked(uri: vscode.Uri): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (folder === undefined) return true;
  for (let each = uri; each.path.length > folder.path.length; each = vscode.Uri.joinPath(each, '..')) {
    const stat = await Promise.resolve(vscode.workspace.fs.stat(each)).catch(() => undefined);
    if (stat !== undefined && (stat.type & vscode.FileType.SymbolicLink) !== 0) return true;
  }
  return false;
}
