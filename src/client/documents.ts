import * as vscode from 'vscode';

/** Where texts come from that guidance can govern. The log and other output is none. */
const schemes = ['file', 'untitled', 'git', 'vscode-remote', 'vscode-vfs', 'vscode-notebook-cell'];

/** The schemes of documents that Leadlight looks at: the known ones, and those of the workspace's folders. */
export function documentSchemes(): readonly string[] {
  const ofFolders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set([...schemes, ...ofFolders])];
}

/** What the server is told of: those, and the boxes for comments and commit messages, where it only completes. */
export function documentSelector(): { scheme: string }[] {
  return [...documentSchemes(), 'comment', 'vscode-scm'].map((scheme) => ({ scheme }));
}

/** Whether Leadlight looks at a document at all. */
export function isReadable(document: vscode.TextDocument): boolean {
  return documentSchemes().includes(document.uri.scheme);
}

/** Whether a document is where guidance is written, and not what it governs. */
export function isSource({ uri }: vscode.TextDocument): boolean {
  return /\/\.leadlight\/|\/CODEOWNERS$/.test(uri.path);
}

/**
 * The workspace folder that a document belongs to. The other side of a diff belongs to the folder of its file,
 * and an untitled text to the first folder. `undefined` without a folder.
 */
export function folderOf(uri: vscode.Uri): vscode.WorkspaceFolder | undefined {
  const direct = vscode.workspace.getWorkspaceFolder(uri);
  if (direct !== undefined) return direct;
  const folders = vscode.workspace.workspaceFolders ?? [];
  // An untitled text has a name in place of a path.
  const byPath = uri.path.startsWith('/')
    ? folders.map((folder) => vscode.workspace.getWorkspaceFolder(folder.uri.with({ path: uri.path })))
    : [];
  return byPath.find((folder) => folder !== undefined) ?? folders[0];
}
