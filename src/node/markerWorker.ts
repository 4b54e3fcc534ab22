/** A thread that looks for markers in files, one batch after the other; started by `markerScanner.ts`. */
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { createFileScanner, type FileScanner, scanLimits, skipReasons } from '../core/markers/scanFile';
import { type ScanTarget, slowFileMilliseconds } from '../core/markers/scanner';
import { type Batch, type BatchResult, type Found, stampLength, type WorkerInput } from './scanBatch';
import { createSearchMemory } from './simdSearch';

const memory = createSearchMemory(scanLimits.fileBytes + 1);
let folder = '';
let scanners: readonly FileScanner[] = [];

parentPort?.on('message', (message: WorkerInput | Batch) => {
  if ('tagSets' in message) {
    folder = message.folder;
    scanners = message.tagSets.map((tags) => createFileScanner(tags, memory.createSearch));
    return;
  }
  const result = scanBatch(message);
  parentPort?.postMessage(result, [result.stamps.buffer as ArrayBuffer]);
});

function scanBatch({ files, stamps, hashes }: Batch): BatchResult {
  const found: Found[] = [];
  const slow: [number, number][] = [];
  const isKnown = new Uint8Array(files.length);
  const now = new Float64Array(stamps.length).fill(Number.NaN);
  for (const [index, target] of files.entries()) {
    const start = index * stampLength;
    const known = stamps.subarray(start, start + stampLength);
    const own = now.subarray(start, start + stampLength);
    const begun = performance.now();
    const result = scanTarget(target, { known, hash: hashes[index], now: own });
    const milliseconds = performance.now() - begun;
    if (milliseconds >= slowFileMilliseconds) slow.push([index, milliseconds]);
    if (result === 'known') isKnown[index] = 1;
    else if (result !== undefined) found.push({ index, ...result });
  }
  return { stamps: now, isKnown, found, slow };
}

interface Knowledge {
  readonly known: Float64Array;
  readonly hash: string | undefined;
  /** Is filled in. */
  readonly now: Float64Array;
}

/** `undefined` where there is nothing in the file. */
function scanTarget(
  { path, tagSet }: ScanTarget,
  { known, hash, now }: Knowledge,
): 'known' | Omit<Found, 'index'> | undefined {
  let bytes: Buffer | string | undefined;
  try {
    bytes = readChanged(folder + path, { known, now });
  } catch (error) {
    bytes = reasonOf(error);
  }
  if (bytes === undefined) return 'known';
  if (typeof bytes === 'string') return { scan: { markers: [], skipped: bytes } };
  if (hash !== undefined && hashOf(bytes) === hash) return 'known';
  const scan = scanners[tagSet]!(bytes, path);
  if (scan.markers.length === 0) return scan.skipped === undefined ? undefined : { scan };
  return { scan, hash: hashOf(bytes) };
}

/** The content of a file, or why there is none to be searched; `undefined` where the file is the one that is known. */
function readChanged(
  path: string,
  { known, now }: Pick<Knowledge, 'known' | 'now'>,
): Buffer | string | undefined {
  if (!Number.isNaN(known[0])) {
    writeStamp(lstatSync(path), now);
    if (now.every((value, index) => value === known[index])) return undefined;
  }
  const file = openSync(path, openFlags);
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return skipReasons.noFile;
    writeStamp(stats, now);
    if (stats.size > scanLimits.fileBytes) return skipReasons.tooLarge;
    const { buffer } = memory;
    let length = 0;
    // A file that has grown since is read to the size that the stamp is of, and once more next time.
    while (length < stats.size) {
      const read = readSync(file, buffer, length, stats.size - length, null);
      if (read === 0) break;
      length += read;
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** Never follows a link, and never waits for somebody to write to a FIFO; Windows has neither flag. */
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function writeStamp({ size, mtimeMs, ctimeMs, ino }: Stats, stamp: Float64Array): void {
  stamp[0] = size;
  stamp[1] = mtimeMs;
  stamp[2] = ctimeMs;
  stamp[3] = ino;
}

function hashOf(bytes: Buffer): string {
  return createHash('sha1').update(bytes).digest('base64');
}

/** What the errors of `open` mean: see open(2). */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return skipReasons.gone;
  return code === 'ELOOP' || code === 'ENXIO' ? skipReasons.noFile : skipReasons.unreadable;
}
