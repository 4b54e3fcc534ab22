/**
 * A test extension: the file system `leadlight-test:`, in memory, so that a window can open a virtual workspace.
 * It begins as a copy of the folder `seed` beside the window's .code-workspace file.
 */
import * as vscode from 'vscode';

interface Entry {
  readonly ctime: number;
  readonly mtime: number;
  /** The contents of a file; a folder has none. */
  readonly bytes?: Uint8Array;
}

/** Registers the file system when its seed has been read; requests for it wait for that. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const files = new MemoryFiles();
  const opened = vscode.workspace.workspaceFile;
  if (opened !== undefined) await copy(vscode.Uri.joinPath(opened, '..', 'seed'), '/', files);
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('leadlight-test', files, { isCaseSensitive: true }),
  );
}

async function copy(from: vscode.Uri, to: string, files: MemoryFiles): Promise<void> {
  for (const [name, type] of await vscode.workspace.fs.readDirectory(from)) {
    const source = vscode.Uri.joinPath(from, name);
    const target = vscode.Uri.from({ scheme: 'leadlight-test', path: `${to}${name}` });
    if (type === vscode.FileType.Directory) {
      files.createDirectory(target);
      await copy(source, `${target.path}/`, files);
    } else files.writeFile(target, await vscode.workspace.fs.readFile(source));
  }
}

class MemoryFiles implements vscode.FileSystemProvider {
  readonly #entries = new Map<string, Entry>([['/', { ctime: 0, mtime: 0 }]]);
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  /** Every change is announced anyway. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { bytes, ctime, mtime } = this.#find(uri);
    const type = bytes === undefined ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, ctime, mtime, size: bytes?.length ?? 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.#find(uri);
    const start = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    return [...this.#entries]
      .filter(([path]) => path.startsWith(start) && path !== start && !path.slice(start.length).includes('/'))
      .map(([path, { bytes }]) => [
        path.slice(start.length),
        bytes === undefined ? vscode.FileType.Directory : vscode.FileType.File,
      ]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const { bytes } = this.#find(uri);
    if (bytes === undefined) throw vscode.FileSystemError.FileIsADirectory(uri);
    return bytes;
  }

  createDirectory(uri: vscode.Uri): void {
    this.#set(uri, undefined);
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    this.#set(uri, bytes);
  }

  delete(uri: vscode.Uri): void {
    this.#find(uri);
    for (const path of this.#under(uri)) this.#entries.delete(path);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.#find(from);
    for (const path of this.#under(from)) {
      const entry = this.#entries.get(path);
      if (entry) this.#entries.set(to.path + path.slice(from.path.length), entry);
      this.#entries.delete(path);
    }
    this.#changed.fire([
      { type: vscode.FileChangeType.Deleted, uri: from },
      { type: vscode.FileChangeType.Created, uri: to },
    ]);
  }

  #find(uri: vscode.Uri): Entry {
    const entry = this.#entries.get(uri.path);
    if (entry === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  }

  #set(uri: vscode.Uri, bytes: Uint8Array | undefined): void {
    const before = this.#entries.get(uri.path);
    const now = Date.now();
    this.#entries.set(uri.path, { ctime: before?.ctime ?? now, mtime: now, ...(bytes && { bytes }) });
    const type = before ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#changed.fire([{ type, uri }]);
  }

  #under(uri: vscode.Uri): string[] {
    return [...this.#entries.keys()].filter((path) => path === uri.path || path.startsWith(`${uri.path}/`));
  }
}
