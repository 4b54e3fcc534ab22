import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { whileWanted } from '../core/cancel';
import {
  type CountedFile,
  type CountRequest,
  type CountTarget,
  createHostCounter,
  type HostCounterOptions,
  type PlaceCounter,
} from '../core/places/placeCounter';
import type { Count } from '../core/places/fileCounter';
import { IdleThreads } from './idleThreads';
import { type PlaceBatch, type PlaceInput, type PlaceResult, resultLength } from './placeBatch';

export interface PlaceCounterOptions extends HostCounterOptions {
  /** Path of the script that `placeWorker.ts` becomes. */
  readonly worker: string;
}

/** A few files are not worth a thread. */
const fewFiles = 32;
const mostThreads = 4;
/** Large enough to make messages cheap, small enough to end together. */
const batchFiles = 128;
/** Per thread: one to work on, and one that waits, so that nobody waits for a message. */
const batchesAhead = 2;

/** Counts places in worker threads, one for each core; what is no `file:` through the host. */
export function createPlaceCounter({ worker, ...options }: PlaceCounterOptions): PlaceCounter {
  const hostCounter = createHostCounter(options);
  const idle = new IdleThreads(worker);
  return {
    count: (request) =>
      request.root.startsWith('file:') && request.files.length > fewFiles
        ? countInThreads(request, idle)
        : hostCounter.count(request),
    dispose: () => idle.end(),
  };
}

async function countInThreads(request: CountRequest, idle: IdleThreads): Promise<void> {
  const { root, selectors, sets, files, signal, onFiles } = request;
  if (signal?.aborted) return;
  const input: PlaceInput = { folder: fileURLToPath(root), selectors, sets };
  const count = Math.min(mostThreads, availableParallelism(), Math.ceil(files.length / batchFiles));
  const workers: Worker[] = [];
  let next = 0;
  let done = 0;
  let stop = () => undefined as void;
  const work = () =>
    new Promise<void>((resolve, reject) => {
      stop = resolve;
      for (let index = 0; index < count; index++) {
        const worker = idle.take();
        workers.push(worker);
        const waiting: (readonly CountTarget[])[] = [];
        const send = () => {
          if (next >= files.length) return;
          const targets = files.slice(next, next + batchFiles);
          next += targets.length;
          waiting.push(targets);
          worker.postMessage(batchOf(targets));
        };
        worker.on('error', reject);
        worker.on('message', (result: PlaceResult) => {
          if (signal?.aborted) return;
          const targets = waiting.shift()!;
          send();
          done += targets.length;
          onFiles(countedFiles(targets, result));
          if (done === files.length) resolve();
        });
        worker.postMessage(input);
        for (let ahead = 0; ahead < batchesAhead; ahead++) send();
      }
    });
  try {
    await whileWanted(signal, () => stop(), work);
  } finally {
    if (done === files.length) for (const worker of workers) idle.keep(worker);
    else await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function batchOf(targets: readonly CountTarget[]): PlaceBatch {
  return {
    paths: targets.map(({ path }) => path).join('\0'),
    setOf: Uint32Array.from(targets, ({ set }) => set),
  };
}

function countedFiles(targets: readonly CountTarget[], result: PlaceResult): readonly CountedFile[] {
  const counts = targets.map((): Count[] => []);
  for (let at = 0; at < result.length; at += resultLength)
    counts[result[at]!]!.push([result[at + 1]!, result[at + 2]!]);
  return targets.map((target, index) => ({ ...target, counts: counts[index]! }));
}
