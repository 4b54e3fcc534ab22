/** A thread that looks for markers in files, one batch after the other; started by `markerScanner.ts`. */
import { createHash } from 'node:crypto';
import { lstatSync, type Stats } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { createFileScanner, type FileScanner, scanLimits, skipReasons } from '../core/markers/scanFile';
import { slowFileMilliseconds } from '../core/markers/scanner';
import { readInto } from './fileBytes';
import { type Batch, type BatchResult, type Held, stampLength, type WorkerInput } from './scanBatch';
import { createSearchMemory } from './simdSearch';

const memory = createSearchMemory(scanLimits.fileBytes + 1);
let folder = '';
let scanners: readonly FileScanner[] = [];

parentPort?.on('message', (message: WorkerInput | Batch) => {
  if ('folder' in message) {
    folder = message.folder;
    scanners = message.tagSets.map((tags) => createFileScanner(tags, memory.createSearch));
    return;
  }
  const result = scanBatch(message);
  parentPort?.postMessage(result, [result.stamps.buffer as ArrayBuffer]);
});

function scanBatch({ paths, tagSets, stamps, hashes }: Batch): BatchResult {
  const found = new Map<number, Held>();
  const slow: [number, number][] = [];
  const isKnown = new Uint8Array(tagSets.length);
  const now = new Float64Array(stamps.length).fill(Number.NaN);
  for (const [index, path] of paths.split('\0').entries()) {
    const begun = performance.now();
    const knowledge = { known: stamps, now, at: index * stampLength, hash: hashes.get(index) };
    const result = scanTarget(path, scanners[tagSets[index]!]!, knowledge);
    const milliseconds = performance.now() - begun;
    if (milliseconds >= slowFileMilliseconds) slow.push([index, milliseconds]);
    if (result === 'known') isKnown[index] = 1;
    else if (result !== undefined) found.set(index, result);
  }
  return { stamps: now, isKnown, found, slow };
}

/** What is known of one file: where its stamp begins among all of them, and its hash. */
interface Knowledge {
  readonly known: Float64Array;
  /** Is filled in. */
  readonly now: Float64Array;
  readonly at: number;
  readonly hash: string | undefined;
}

/** `undefined` where there is nothing in the file. */
function scanTarget(path: string, scanner: FileScanner, knowledge: Knowledge): 'known' | Held | undefined {
  let bytes: Buffer | string | undefined;
  try {
    bytes = readChanged(folder + path, knowledge);
  } catch (error) {
    bytes = reasonOf(error);
  }
  if (bytes === undefined) return 'known';
  if (typeof bytes === 'string') return { scan: { markers: [], skipped: bytes } };
  const { hash } = knowledge;
  if (hash !== undefined && hashOf(bytes) === hash) return 'known';
  const scan = scanner(bytes, path);
  if (scan.markers.length === 0) return scan.skipped === undefined ? undefined : { scan };
  return { scan, hash: hashOf(bytes) };
}

/** The content of a file, or why there is none to be searched; `undefined` where the file is the one that is known. */
function readChanged(path: string, { known, now, at }: Knowledge): Buffer | string | undefined {
  if (!Number.isNaN(known[at])) {
    writeStamp(lstatSync(path), now, at);
    if (isSameStamp(known, now, at)) return undefined;
  }
  return readInto(path, memory.buffer, (stats) => {
    if (!stats.isFile()) return skipReasons.noFile;
    writeStamp(stats, now, at);
    return stats.size > scanLimits.fileBytes ? skipReasons.tooLarge : undefined;
  });
}

function writeStamp({ size, mtimeMs, ctimeMs, ino }: Stats, stamps: Float64Array, at: number): void {
  stamps[at] = size;
  stamps[at + 1] = mtimeMs;
  stamps[at + 2] = ctimeMs;
  stamps[at + 3] = ino;
}

function isSameStamp(a: Float64Array, b: Float64Array, at: number): boolean {
  for (let part = at; part < at + stampLength; part++) if (a[part] !== b[part]) return false;
  return true;
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
