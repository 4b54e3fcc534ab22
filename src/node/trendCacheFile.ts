import type { TrendCache } from '../core/features/blobMarkers';
import { cacheFileFor, readCacheFile, writeCacheFile } from './cacheFile';

/** What the trend of the folder `root`, a URI, has learnt before; empty where that is not known. */
export async function readTrendCache(cacheFolder: string, root: string): Promise<TrendCache> {
  const kept = await readCacheFile(cacheFileFor(cacheFolder, root, 'trend'));
  return kept instanceof Map ? (kept as TrendCache) : new Map();
}

/** See `writeCacheFile`. */
export async function writeTrendCache(cacheFolder: string, root: string, cache: TrendCache): Promise<void> {
  await writeCacheFile(cacheFileFor(cacheFolder, root, 'trend'), cache);
}
