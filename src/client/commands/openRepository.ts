import * as vscode from 'vscode';
import { setContext } from '../contextKeys';
import { repositoryAbove } from '../repositoryAbove';

/**
 * Offers the guidance of the repository where a folder further in was opened: it is not taken, because a person who
 * opens a folder means that folder. Registers the command that opens the repository's folder instead.
 */
export function registerOpenRepository(): vscode.Disposable {
  const offer = async () => setContext('leadlight.repositoryHasGuidance', (await findOffer()) !== undefined);
  void offer();
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeWorkspaceFolders(() => void offer()),
    vscode.commands.registerCommand('leadlight.openRepository', async () => {
      const root = await findOffer();
      if (root !== undefined) await vscode.commands.executeCommand('vscode.openFolder', root);
      else void vscode.window.showInformationMessage('No folder here is part of a repository with guidance.');
    }),
  );
}

async function findOffer(): Promise<vscode.Uri | undefined> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    // Above the folder of a virtual workspace there is nothing to ask, or a network.
    if (uri.scheme !== 'file' && uri.scheme !== 'vscode-remote') continue;
    const root = await repositoryAbove(uri);
    if (root !== undefined) return root;
  }
  return undefined;
}
