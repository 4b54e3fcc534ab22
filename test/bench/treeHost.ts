import { posix } from 'node:path';
import type { DirectoryEntry, Host } from '../../src/core/host';

/** URI of the workspace that a `treeHost` holds. */
export const treeRoot = 'file:///w/';

/** A workspace in memory that answers at once, however large it is. */
export interface TreeHost extends Host {
  /** Creates or replaces a file; `path` is relative to the workspace. */
  write(path: string, text: string): void;
}

export function treeHost(): TreeHost {
  const files = new Map<string, Uint8Array>();
  const folders = new Map<string, Map<string, DirectoryEntry>>([['', new Map()]]);
  const enter = (path: string, kind: DirectoryEntry['kind']) => {
    const parent = posix.dirname(path) === '.' ? '' : posix.dirname(path);
    if (!folders.has(parent)) {
      folders.set(parent, new Map());
      enter(parent, 'directory');
    }
    folders.get(parent)!.set(posix.basename(path), { name: posix.basename(path), kind });
  };
  const log = () => undefined;
  return {
    async readFile(uri) {
      const bytes = files.get(pathOf(uri));
      return bytes && { kind: 'bytes', bytes };
    },
    readDirectory: async (uri) => [...(folders.get(pathOf(uri))?.values() ?? [])],
    realUri: async (uri) => uri,
    now: () => new Date(),
    log: { error: log, warn: log, info: log, debug: log },
    write(path, text) {
      files.set(path, new TextEncoder().encode(text));
      enter(path, 'file');
    },
  };
}

/** None of the paths needs an escape in a URI. */
function pathOf(uri: string): string {
  return `${uri}/`.slice(treeRoot.length).replace(/\/+$/, '');
}
