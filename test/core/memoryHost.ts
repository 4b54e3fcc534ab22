import { URI, Utils } from 'vscode-uri';
import type { DirectoryEntry, FileContent, Host, Log } from '../../src/core/host';

/** A workspace in memory under `file:///w/`. */
export interface MemoryHost extends Host {
  /** Creates or replaces a file, and the folders on the way to it. */
  write(uri: string, content: string | Uint8Array): void;
  /** Removes a file, a link, or a folder with all that is in it. Throws where there is none. */
  remove(uri: string): void;
  /** Moves a file, a link, or a folder with all that is in it. Throws where there is none. */
  rename(from: string, to: string): void;
  /** Calls of `readFile` so far. */
  readonly reads: number;
  /** Calls of `readDirectory` so far. */
  readonly listings: number;
  /** What was logged below the level of `error`, as `warn: message`. */
  readonly logged: readonly string[];
}

export interface MemoryHostOptions {
  readonly now?: Date;
  /** Milliseconds by which its clock goes on each time that somebody looks at it. */
  readonly tick?: number;
}

export const rootUri = 'file:///w/';

/**
 * `fixture` is split into files by lines `//- /path`, and a line `//- /path -> target` is a symbolic link. The
 * indentation of the first such line is taken off every line. A file's text ends with its last line break.
 *
 * The log throws on `error`, so that an error which is swallowed somewhere still fails the test.
 */
export function memoryHost(
  fixture = '',
  { now = new Date('2026-06-15T12:00:00Z'), tick = 0 }: MemoryHostOptions = {},
): MemoryHost {
  const files = new Map<string, Uint8Array | Link>();
  const logged: string[] = [];
  const counts = { reads: 0, listings: 0, looks: 0 };
  for (const [path, content] of splitFixture(fixture)) files.set(`/w${path}`, content);

  const move = (from: string, place: (path: string) => void) => {
    const below = [...files.keys()].filter((path) => path === from || path.startsWith(`${from}/`));
    if (below.length === 0) throw new Error(`nothing at ${from}`);
    below.forEach(place);
  };

  return {
    async readFile(uri, maxBytes): Promise<FileContent | undefined> {
      counts.reads++;
      const bytes = files.get(resolve(files, pathOf(uri)));
      if (bytes === undefined || isLink(bytes)) return undefined;
      return bytes.length > maxBytes ? { kind: 'tooLarge', size: bytes.length } : { kind: 'bytes', bytes };
    },
    async readDirectory(uri) {
      counts.listings++;
      return entriesOf(files, resolve(files, pathOf(uri)));
    },
    async realUri(uri) {
      const real = resolve(files, pathOf(uri));
      return real === pathOf(uri) ? uri : URI.file(real).toString();
    },
    now: () => new Date(now.getTime() + tick * counts.looks++),
    log: createLog(logged),
    write: (uri, content) => void files.set(pathOf(uri), bytesOf(content)),
    remove: (uri) => move(pathOf(uri), (path) => files.delete(path)),
    rename(from, to) {
      move(pathOf(from), (path) => {
        files.set(pathOf(to) + path.slice(pathOf(from).length), files.get(path)!);
        files.delete(path);
      });
    },
    get reads() {
      return counts.reads;
    },
    get listings() {
      return counts.listings;
    },
    logged,
  };
}

interface Link {
  /** Absolute, or relative to the folder of the link. */
  readonly target: string;
}

type Files = ReadonlyMap<string, Uint8Array | Link>;

function* splitFixture(fixture: string): Iterable<[string, Uint8Array | Link]> {
  const indent = /^([ \t]*)\/\/- /mu.exec(fixture)?.[1] ?? '';
  const [before, ...parts] = fixture.replaceAll(new RegExp(`^${indent}`, 'gmu'), '').split(/^\/\/- /mu);
  if (before!.trim() !== '')
    throw new Error(`a fixture begins with a line "//- /path", not with ${before!.trim()}`);
  for (const part of parts) {
    const lineEnd = part.indexOf('\n');
    const head = (lineEnd === -1 ? part : part.slice(0, lineEnd)).trim();
    const [path, target] = head.split(' -> ');
    if (!path!.startsWith('/')) throw new Error(`a fixture's path begins with "/": ${head}`);
    yield [path!, target === undefined ? bytesOf(lineEnd === -1 ? '' : part.slice(lineEnd + 1)) : { target }];
  }
}

function entriesOf(files: Files, folder: string): readonly DirectoryEntry[] {
  const start = folder === '/' ? '/' : `${folder}/`;
  const entries = new Map<string, DirectoryEntry>();
  for (const [path, content] of files) {
    if (!path.startsWith(start)) continue;
    const [name, ...rest] = path.slice(start.length).split('/');
    const kind = rest.length > 0 ? 'directory' : isLink(content) ? 'link' : 'file';
    entries.set(name!, { name: name!, kind });
  }
  return [...entries.values()];
}

/** Follows the links on a path; the path itself where they lead in a circle. */
function resolve(files: Files, path: string): string {
  let current = path;
  for (let hops = 0; hops < 40; hops++) {
    const link = prefixesOf(current).find((prefix) => isLink(files.get(prefix)));
    if (link === undefined) return current;
    const { target } = files.get(link) as Link;
    const folder = Utils.dirname(URI.file(link));
    current = Utils.resolvePath(folder, target).path + current.slice(link.length);
  }
  return path;
}

function prefixesOf(path: string): readonly string[] {
  return [...path.matchAll(/\/[^/]+/gu)].map((match) => path.slice(0, match.index + match[0].length));
}

function isLink(content: Uint8Array | Link | undefined): content is Link {
  return content !== undefined && 'target' in content;
}

function pathOf(uri: string): string {
  const { scheme, path } = URI.parse(uri);
  if (scheme !== 'file') throw new Error(`not a file: ${uri}`);
  return path.length > 1 ? path.replace(/\/$/u, '') : path;
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

function createLog(logged: string[]): Log {
  const note = (level: string) => (message: string) => void logged.push(`${level}: ${message}`);
  return {
    error(message) {
      throw new Error(`logged as an error: ${message}`);
    },
    warn: note('warn'),
    info: note('info'),
    debug: note('debug'),
  };
}
