import * as vscode from 'vscode';

/** Whether git may be asked: not without a person's trust, and not where it cannot be run. */
export type GitAccess = 'trusted' | 'untrusted' | 'none';

export function gitAccess(host: 'node' | 'web'): GitAccess {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (host === 'web' || !folders.some(({ uri }) => uri.scheme === 'file')) return 'none';
  return vscode.workspace.isTrusted ? 'trusted' : 'untrusted';
}
