import * as vscode from 'vscode';
import { showDocument } from './showDocument';
import { unsavedText } from './unsavedText';

/** Shows a guidance file of the first folder: the one that is there, or the text of one that is not saved yet. */
export async function beginSource(path: string, starter: string): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const uri = folder === undefined ? undefined : vscode.Uri.joinPath(folder.uri, path);
  const existing =
    uri && (await Promise.resolve(vscode.workspace.openTextDocument(uri)).catch(() => undefined));
  await showDocument(existing ?? (await unsavedText(uri, starter)));
}
