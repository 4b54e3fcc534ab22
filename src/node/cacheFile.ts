import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { pause } from './thisProcess';

/** Where what is known of the folder `root`, a URI, is kept. */
export function cacheFileFor(cacheFolder: string, root: string, extension: string): string {
  return join(cacheFolder, `${createHash('sha256').update(root).digest('hex').slice(0, 32)}.${extension}`);
}

/** What was written to a file; `undefined` where there is none, or where a byte of it has changed. */
export async function readCacheFile(path: string): Promise<unknown> {
  try {
    const bytes = await readFile(path);
    const content = bytes.subarray(digestBytes);
    if (!digestOf(content).equals(bytes.subarray(0, digestBytes))) return undefined;
    await pause();
    return deserialize(content);
  } catch {
    // A cache that cannot be read is no cache.
    return undefined;
  }
}

/** Replaces a file as a whole, so that no reader ever meets half of one. Where it cannot, it leaves it. */
export async function writeCacheFile(path: string, value: unknown): Promise<void> {
  const content = serialize(value);
  await pause();
  const unfinished = `${path}.${randomUUID()}`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const digest = digestOf(content);
    await pause();
    await writeFile(unfinished, [digest, content], { mode: 0o600 });
    await rename(unfinished, path);
  } catch {
    await rm(unfinished, { force: true }).catch(() => undefined);
  }
}

/** Removes what other versions kept beside `cacheFolder`, which is named after this one. */
export async function removeOtherVersions(cacheFolder: string): Promise<void> {
  const folders = await readdir(dirname(cacheFolder)).catch(() => []);
  const others = folders.filter((name) => /^\d+\.\d+\.\d+/.test(name) && name !== basename(cacheFolder));
  for (const name of others)
    // One that cannot be removed stays.
    await rm(join(dirname(cacheFolder), name), { recursive: true, force: true }).catch(() => undefined);
}

const digestBytes = 32;

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
