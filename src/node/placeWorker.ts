/** A thread that counts places in files, one batch after the other; started by `placeCounter.ts`. */
import { parentPort } from 'node:worker_threads';
import { scanLimits } from '../core/markers/scanFile';
import { createFileCounter, type FileCounter } from '../core/places/fileCounter';
import { readInto } from './fileBytes';
import type { PlaceBatch, PlaceInput, PlaceResult } from './placeBatch';
import { createV8Regex } from './v8Regex';

const buffer = Buffer.allocUnsafe(scanLimits.fileBytes);
const engine = createV8Regex();
let folder = '';
let counter: FileCounter | undefined;
let sets: readonly ReadonlySet<number>[] = [];

parentPort?.on('message', (message: PlaceInput | PlaceBatch) => {
  if ('folder' in message) {
    folder = message.folder;
    counter = createFileCounter(message.selectors, engine);
    sets = message.sets.map((set) => new Set(set));
    return;
  }
  const result = countBatch(message);
  parentPort?.postMessage(result, [result.buffer as ArrayBuffer]);
});

function countBatch({ paths, setOf }: PlaceBatch): PlaceResult {
  const found: number[] = [];
  for (const [index, path] of paths.split('\0').entries()) {
    for (const [selector, places] of countFile(path, sets[setOf[index]!]!))
      found.push(index, selector, places);
  }
  return Uint32Array.from(found);
}

/** What cannot be read, or makes the search fail, is no reason to look at no other file. */
function countFile(path: string, wanted: ReadonlySet<number>) {
  try {
    const bytes = readInto(
      folder + path,
      buffer,
      (stats) => !stats.isFile() || stats.size > scanLimits.fileBytes || undefined,
    );
    return bytes === true ? [] : counter!.inBytes(bytes as Buffer, path, wanted);
  } catch {
    return [];
  }
}
