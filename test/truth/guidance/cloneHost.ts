import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';
import type { DirectoryEntry, Host } from '../../../src/core/host';

/** URI of the workspace that a `cloneHost` shows. */
export const cloneRoot = 'file:///w/';

interface Blob {
  readonly id: string;
  readonly isLink: boolean;
}

export interface CloneHostOptions {
  /** Bare or not. */
  readonly clone: string;
  /** Where a file is shown; collections of guidance hold files that belong elsewhere. */
  readonly placeOf: (path: string) => string;
  readonly onError: (message: string) => void;
}

/** The newest commit of a clone as a workspace. */
export function cloneHost({ clone, placeOf, onError }: CloneHostOptions): Host {
  const run = (...args: readonly string[]) =>
    execFileSync('git', ['-C', clone, ...args], { maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] });
  const blobs = new Map<string, Blob>();
  const folders = new Map<string, DirectoryEntry[]>([['', []]]);
  const enter = (path: string, kind: DirectoryEntry['kind']) => {
    const folder = folderOf(path);
    if (!folders.has(folder)) {
      folders.set(folder, []);
      enter(folder, 'directory');
    }
    folders.get(folder)!.push({ name: posix.basename(path), kind });
  };
  for (const line of run('ls-tree', '-rz', 'HEAD').toString().split('\0').slice(0, -1)) {
    const [, mode = '', type = '', id = '', written = ''] = /^(\d+) (\w+) (\w+)\t(.*)$/su.exec(line) ?? [];
    if (type !== 'blob') continue;
    const path = placeOf(written);
    const isLink = mode === '120000';
    if (!blobs.has(path)) enter(path, isLink ? 'link' : 'file');
    blobs.set(path, { id, isLink });
  }
  const read = (path: string): Buffer | undefined => {
    const blob = blobs.get(path);
    try {
      return blob && run('cat-file', 'blob', blob.id);
    } catch {
      // Clones leave out what is large.
      return undefined;
    }
  };
  const target = (path: string, depth = 0): string => {
    const parts = path.split('/');
    const at = parts.findIndex((_, index) => blobs.get(parts.slice(0, index + 1).join('/'))?.isLink);
    const link = parts.slice(0, at + 1).join('/');
    const text = at < 0 || depth > 20 ? undefined : read(link)?.toString();
    return text === undefined
      ? path
      : target(posix.join(folderOf(link), text, ...parts.slice(at + 1)), depth + 1);
  };
  return {
    async readFile(uri, maxBytes) {
      const bytes = read(target(pathOf(uri)));
      if (bytes === undefined) return undefined;
      return bytes.length > maxBytes ? { kind: 'tooLarge', size: bytes.length } : { kind: 'bytes', bytes };
    },
    readDirectory: async (uri) => folders.get(pathOf(uri)) ?? [],
    realUri: async (uri) => uriOf(target(pathOf(uri))),
    now: () => new Date(),
    log: { error: onError, warn: () => undefined, info: () => undefined, debug: () => undefined },
  };
}

function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}

/** The path behind a URI of the workspace. */
export function pathOf(uri: string): string {
  return decodeURIComponent(`${uri}/`.slice(cloneRoot.length)).replace(/\/+$/u, '');
}

function uriOf(path: string): string {
  return path.startsWith('../')
    ? `file:///${path}`
    : cloneRoot + path.split('/').map(encodeURIComponent).join('/');
}
