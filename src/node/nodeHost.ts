import { isUtf8 } from 'node:buffer';
import { closeSync, constants, type Dirent, fstatSync, open, read, type Stats, stat } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { DirectoryEntry, FileContent, Host, Log } from '../core/host';
import { fileUri, pathOf } from './fileUri';
import { createLimiter } from './limiter';
import { logOnce } from './logOnce';

/** The local file system as a `Host`. For URIs that are not `file:`, it answers as where there is no file. */
export function createNodeHost({ log }: { readonly log: Log }): Host {
  const limit = createLimiter(filesAtOnce);
  const once = logOnce(log);
  const attempt = async <T>(uri: string, action: (path: string) => Promise<T>): Promise<T | undefined> => {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      return await limit(() => action(path));
    } catch (error) {
      if (!isAbsence(error)) once.warn(`${uri} cannot be read: ${String(error)}`);
      return undefined;
    }
  };
  return {
    readFile: (uri, maxBytes) => attempt(uri, (path) => readContent(path, maxBytes)),
    readDirectory: async (uri) => (await attempt(uri, (path) => readEntries(path, once))) ?? [],
    realUri: async (uri) => (await attempt(uri, (path) => realUriOf(uri, path))) ?? uri,
    now: () => new Date(),
    log,
  };
}

/** Well below the 256 open files that macOS gives a process. */
const filesAtOnce = 64;

const statOf = promisify(stat);
const opened = promisify(open);
const readInto = promisify(read);

/** By descriptors, which cost half of what the handles of `node:fs/promises` do. */
async function readContent(path: string, maxBytes: number): Promise<FileContent | undefined> {
  // Opening some devices has effects, so what is no regular file is not even opened.
  if (!(await statOf(path)).isFile()) return undefined;
  // Should the file have become a FIFO since, this flag keeps `open` from waiting for somebody to write to it.
  const file = await opened(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    // Neither this nor closing has to wait for a disk.
    const stats = fstatSync(file);
    if (!stats.isFile()) return undefined;
    return stats.size > maxBytes
      ? { kind: 'tooLarge', size: stats.size }
      : await readBytes(file, { stats, maxBytes });
  } finally {
    closeSync(file);
  }
}

/** To the end of the file, which may lie beyond the size it had a moment ago. */
async function readBytes(
  file: number,
  { stats, maxBytes }: { readonly stats: Stats; readonly maxBytes: number },
): Promise<FileContent> {
  let bytes = new Uint8Array(stats.size + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await readInto(file, bytes, length, bytes.length - length, null);
    length += bytesRead;
    // One more was asked for than the file is said to hold, so this was its end.
    if (bytesRead === 0 || length === stats.size) return { kind: 'bytes', bytes: bytes.subarray(0, length) };
    if (length > maxBytes) return { kind: 'tooLarge', size: length };
    if (length < bytes.length) continue;
    const longer = new Uint8Array(Math.min(maxBytes + 1, length * 2 + 4096));
    longer.set(bytes);
    bytes = longer;
  }
}

async function readEntries(path: string, log: Log): Promise<readonly DirectoryEntry[]> {
  const entries = await readdir(path, { withFileTypes: true });
  // It stands for bytes that are no text, or for itself.
  if (!entries.some(({ name }) => name.includes('\ufffd')))
    return entries.flatMap((entry) => toEntry(entry.name, entry));
  const bytes = await readdir(path, { withFileTypes: true, encoding: 'buffer' });
  const named = bytes.filter(({ name }) => isUtf8(name));
  // No URI leads to the others, and one that is read as text may lead to another file.
  const left = bytes.length - named.length;
  if (left > 0)
    log.warn(`${fileUri(path)}: ${left} of its files and folders left out, as their names are not UTF-8`);
  return named.flatMap((entry) => toEntry(entry.name.toString(), entry));
}

function toEntry(name: string, entry: Dirent | Dirent<Buffer>): readonly DirectoryEntry[] {
  if (entry.isSymbolicLink()) return [{ name, kind: 'link' }];
  if (entry.isDirectory()) return [{ name, kind: 'directory' }];
  return entry.isFile() ? [{ name, kind: 'file' }] : [];
}

async function realUriOf(uri: string, path: string): Promise<string> {
  const real = await realpath(path);
  return real === path.replace(/(?<=.)[/\\]$/u, '') ? uri : fileUri(real);
}

/** Files that are not there are asked for all the time; that is nothing to report. */
function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'ENAMETOOLONG';
}
