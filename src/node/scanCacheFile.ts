import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type CachedFile, ScanCache } from './scanCache';
import { stampLength } from './scanBatch';

/** The user's folder for what can be made again, XDG_CACHE_HOME or its like; a subfolder is for this version only. */
export function userCacheFolder(version: string, env: NodeJS.ProcessEnv = process.env): string {
  const base =
    process.platform === 'win32'
      ? (env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'))
      : (env.XDG_CACHE_HOME ?? join(homedir(), '.cache'));
  return join(base, 'leadlight', version);
}

/** The cache of the folder `root`, a URI; `undefined` where there is none, or where a byte of it has changed. */
export async function readScanCache(cacheFolder: string, root: string): Promise<ScanCache | undefined> {
  try {
    const bytes = await readFile(fileFor(cacheFolder, root));
    const content = bytes.subarray(digestBytes);
    if (!digestOf(content).equals(bytes.subarray(0, digestBytes))) return undefined;
    const { paths, stamps, tags, tagOf, held } = deserialize(content) as Columns;
    const heldAt = new Map(held.map(([index, ...rest]) => [index, rest]));
    return new ScanCache(
      paths.split('\0').map((path, index): [string, CachedFile] => {
        const [scan, hash] = heldAt.get(index) ?? [];
        const stamp = stamps.slice(index * stampLength, (index + 1) * stampLength);
        return [path, { stamp, tags: tags[tagOf[index]!]!, scan, hash }];
      }),
    );
  } catch {
    // A cache that cannot be read is no cache.
    return undefined;
  }
}

/** Replaces the cache of a folder as a whole, so that no reader ever meets half of one. Where it cannot, it leaves it. */
export async function writeScanCache(cacheFolder: string, root: string, cache: ScanCache): Promise<void> {
  const content = serialize(columnsOf(cache));
  const file = fileFor(cacheFolder, root);
  const unfinished = `${file}.${randomUUID()}`;
  try {
    await mkdir(cacheFolder, { recursive: true, mode: 0o700 });
    await writeFile(unfinished, Buffer.concat([digestOf(content), content]), { mode: 0o600 });
    await rename(unfinished, file);
  } catch {
    await rm(unfinished, { force: true }).catch(() => undefined);
  }
}

/** One array for each property: that is read ten times as fast as one object for each file. */
interface Columns {
  /** Separated by NUL, which no path holds. */
  readonly paths: string;
  readonly stamps: Float64Array;
  readonly tags: readonly string[];
  /** Indices into `tags`. */
  readonly tagOf: Uint16Array;
  readonly held: readonly (readonly [index: number, scan: CachedFile['scan'], hash: CachedFile['hash']])[];
}

function columnsOf({ files }: ScanCache): Columns {
  const all = [...files.values()];
  const tags = [...new Set(all.map((file) => file.tags))];
  const stamps = new Float64Array(all.length * stampLength);
  for (const [index, { stamp }] of all.entries()) stamps.set(stamp, index * stampLength);
  return {
    paths: [...files.keys()].join('\0'),
    stamps,
    tags,
    tagOf: Uint16Array.from(all, (file) => tags.indexOf(file.tags)),
    held: all.flatMap(({ scan, hash }, index) => (scan === undefined ? [] : [[index, scan, hash] as const])),
  };
}

const digestBytes = 32;

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function fileFor(cacheFolder: string, root: string): string {
  return join(cacheFolder, `${createHash('sha256').update(root).digest('hex').slice(0, 32)}.scan`);
}
