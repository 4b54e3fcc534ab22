import * as vscode from 'vscode';
import type { SetUpFile } from '../../core/authoring/setup/found';
import { say, sayFailed } from '../notice';

/**
 * Writes new files by one edit that undo takes back, and shows the first one where to go on. Where one of them is there
 * by now, none is written. Says how it went, and resolves to whether they were written.
 */
export async function writeNewFiles(folder: vscode.Uri, files: readonly SetUpFile[]): Promise<boolean> {
  for (const file of files) {
    if (!(await isThere(uriOf(folder, file)))) continue;
    say(`${file.path} was created meanwhile, so nothing was written. Run the command again.`);
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const file of files)
    edit.createFile(uriOf(folder, file), { contents: new TextEncoder().encode(file.text) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    sayFailed('The files could not all be written.');
    return false;
  }
  const [main] = files;
  if (main === undefined) return true;
  const { line, character } = main.cursor;
  const document = await vscode.workspace.openTextDocument(uriOf(folder, main));
  const at = new vscode.Position(line, character);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
  return true;
}

function uriOf(folder: vscode.Uri, { path }: SetUpFile): vscode.Uri {
  return vscode.Uri.joinPath(folder, path);
}

function isThere(uri: vscode.Uri): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}
