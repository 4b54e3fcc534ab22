import * as vscode from 'vscode';

/**
 * Watches files that may not be there yet, and calls `changed` when one of them, or a folder above it, comes, goes or
 * changes. `paths` are in the folder. The editor tells of all files of the workspace anyhow, so this asks for no more.
 */
export function watchFiles(
  folder: vscode.Uri,
  paths: readonly string[],
  changed: () => void,
): vscode.Disposable {
  const watched = new Set(
    paths.flatMap((path) => path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))),
  );
  const base = folder.path.replace(/\/?$/, '/');
  const look = ({ path }: vscode.Uri) => {
    if (path.startsWith(base) && watched.has(path.slice(base.length).replace(/\/$/, ''))) changed();
  };
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**'));
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(look),
    watcher.onDidChange(look),
    watcher.onDidDelete(look),
  );
}
