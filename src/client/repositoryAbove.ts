import * as vscode from 'vscode';

/** A folder is rarely this deep in its repository. */
const mostSteps = 24;

/**
 * The root of the repository that holds a folder further in, where that root has guidance: it holds for the folder,
 * and is not read while only the folder is open. `undefined` where there is none. Never rejects.
 */
export async function repositoryAbove(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  if (await isThere(vscode.Uri.joinPath(folder, '.git'))) return undefined;
  let at = folder;
  for (let step = 0; step < mostSteps; step++) {
    const above = vscode.Uri.joinPath(at, '..');
    if (above.path === at.path) return undefined;
    at = above;
    if (!(await isThere(vscode.Uri.joinPath(at, '.git')))) continue;
    return (await isThere(vscode.Uri.joinPath(at, '.leadlight'))) ? at : undefined;
  }
  return undefined;
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}
