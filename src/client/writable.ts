import * as vscode from 'vscode';
import { say } from './notice';

/**
 * The folder that guidance is to be written into, which a person chooses where there are several; `undefined` where
 * there is none, or where it cannot be written to: then a sentence has said why.
 */
export async function writableFolder(placeHolder: string): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    say('Open a folder first: guidance is written into the folder that it is about.');
    return undefined;
  }
  if (!isTrusted()) return undefined;
  const folder =
    folders.length === 1 ? folders[0] : await vscode.window.showWorkspaceFolderPick({ placeHolder });
  return folder !== undefined && isWritable(folder.uri) ? folder : undefined;
}

/** Whether a source can be written to. Says why, where it cannot. */
export function mayWrite(uri: vscode.Uri): boolean {
  return isTrusted() && isInWorkspace(uri) && isWritable(uri);
}

/** Addresses come from the server, which reads what a repository says. */
function isInWorkspace(uri: vscode.Uri): boolean {
  if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) return true;
  say(`${uri.path} is outside of the workspace, so nothing is written there.`);
  return false;
}

function isTrusted(): boolean {
  if (vscode.workspace.isTrusted) return true;
  const manage = 'Manage Workspace Trust';
  void vscode.window
    .showInformationMessage(
      'Restricted Mode: Leadlight writes nothing into a folder that you do not trust. Trust it first, and try again.',
      manage,
    )
    .then((chosen) => chosen && vscode.commands.executeCommand('workbench.trust.manage'));
  return false;
}

function isWritable({ scheme, path }: vscode.Uri): boolean {
  if (vscode.workspace.fs.isWritableFileSystem(scheme) !== false) return true;
  say(`${path} is on a file system that can only be read, so nothing is written there.`);
  return false;
}
