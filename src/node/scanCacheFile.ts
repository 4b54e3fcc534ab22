import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { cacheFileFor, readCacheFile, writeCacheFile } from './cacheFile';
import { stampLength } from './scanBatch';
import { ScanCache, type ScanColumns } from './scanCache';
import { pause } from './thisProcess';

/** The user's folder for what can be made again, XDG_CACHE_HOME or its like; a subfolder is for this version only. */
export function userCacheFolder(version: string, env: NodeJS.ProcessEnv = process.env): string {
  const windows = process.platform === 'win32';
  const named = windows ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
  const usual = windows ? join(homedir(), 'AppData', 'Local') : join(homedir(), '.cache');
  // A relative path would lead into the repository.
  const base = named !== undefined && isAbsolute(named) ? named : usual;
  return join(base, 'leadlight', version);
}

/** The cache of the folder `root`, a URI; `undefined` where there is none, or where a byte of it has changed. */
export async function readScanCache(cacheFolder: string, root: string): Promise<ScanCache | undefined> {
  const content = (await readCacheFile(cacheFileFor(cacheFolder, root, 'scan'))) as Content | undefined;
  if (content?.format !== format) return undefined;
  const { paths, ...columns } = content;
  const rows = new Map<string, number>();
  for (const [row, path] of paths.split('\0').entries()) {
    if (row % filesAtOnce === 0) await pause();
    rows.set(path, row);
  }
  return new ScanCache({ ...columns, rows });
}

/** See `writeCacheFile`. */
export async function writeScanCache(
  cacheFolder: string,
  root: string,
  { columns }: ScanCache,
): Promise<void> {
  const { rows, stamps, tagKeys, held } = columns;
  const content: Content = {
    format,
    paths: [...rows.keys()].join('\0'),
    stamps: stamps.slice(0, rows.size * stampLength),
    tagKeys: tagKeys.slice(0, rows.size),
    held,
  };
  await writeCacheFile(cacheFileFor(cacheFolder, root, 'scan'), content);
}

/** Another number for each change of what is kept of a file: an older cache is no cache. */
const format = 3;

/** Whoever edits meanwhile goes first now and then. */
const filesAtOnce = 4096;

interface Content extends Omit<ScanColumns, 'rows'> {
  readonly format: number;
  /** By row, separated by NUL, which no path holds. */
  readonly paths: string;
}
