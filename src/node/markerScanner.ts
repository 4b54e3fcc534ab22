import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { whileWanted } from '../core/cancel';
import type { Host } from '../core/host';
import { createHostScanner } from '../core/markers/hostScanner';
import type { MarkerScanner, ScanRequest, ScanTarget } from '../core/markers/scanner';
import { IdleThreads } from './idleThreads';
import type { BatchResult, WorkerInput } from './scanBatch';
import { ScanCache, tagKeyOf } from './scanCache';
import { readScanCache, writeScanCache } from './scanCacheFile';

export interface MarkerScannerOptions {
  /** For folders that are no `file:`, and for a few files, which are not worth a thread. */
  readonly host: Host;
  /** Path of the script that `markerWorker.ts` becomes. */
  readonly worker: string;
  /** Where what was found is kept between runs; without it, it is kept as long as the scanner. */
  readonly cacheFolder?: string | undefined;
}

/** Looks for markers in worker threads, one for each core. Remembers what it found in a file until the file changes. */
export function createMarkerScanner({ host, worker, cacheFolder }: MarkerScannerOptions): MarkerScanner {
  const hostScanner = createHostScanner(host);
  const caches = new Map<string, ScanCache>();
  const idle = new IdleThreads(worker);
  const running = new Set<Threads>();
  const open = async (root: string) =>
    (cacheFolder === undefined ? undefined : await readScanCache(cacheFolder, root)) ?? new ScanCache();
  return {
    async scan(request) {
      const { root, files, signal } = request;
      if (signal?.aborted) return;
      if (!root.startsWith('file:') || files.length <= fewFiles) return hostScanner.scan(request);
      const known = caches.get(root);
      const cache = known ?? (await open(root));
      caches.set(root, cache);
      const threads = new Threads(idle, { request, cache });
      running.add(threads);
      try {
        await threads.run();
      } finally {
        running.delete(threads);
      }
      if (signal?.aborted) return;
      // What is asked for first is all that is wanted; what comes later may be a few files that changed.
      if (known === undefined && cache.columns.rows.size > files.length * 2)
        cache.keepOnly(new Set(files.map(({ path }) => path)));
      if (cacheFolder !== undefined && cache.takeIsChanged()) await writeScanCache(cacheFolder, root, cache);
    },
    dispose() {
      for (const threads of running) threads.stop();
      idle.end();
      caches.clear();
    },
  };
}

const fewFiles = 32;
const mostThreads = 4;
/** Large enough to make messages cheap, small enough to end together. */
const batchFiles = 256;
/** Per thread: one to work on, and one that waits, so that nobody waits for a message. */
const batchesAhead = 2;

/** The threads of one scan. */
class Threads {
  readonly #idle: IdleThreads;
  readonly #request: ScanRequest;
  readonly #cache: ScanCache;
  readonly #tagKeys: readonly number[];
  readonly #workers: Worker[] = [];
  readonly #waiting = new Map<Worker, (readonly ScanTarget[])[]>();
  #next = 0;
  #done = 0;
  #end: (error?: Error) => void = () => undefined;

  constructor(
    idle: IdleThreads,
    { request, cache }: { readonly request: ScanRequest; readonly cache: ScanCache },
  ) {
    this.#idle = idle;
    this.#request = request;
    this.#cache = cache;
    this.#tagKeys = request.tagSets.map(tagKeyOf);
  }

  /** Resolves when every file is done, or when it is stopped. */
  async run(): Promise<void> {
    const { root, files, tagSets, signal } = this.#request;
    const input: WorkerInput = { folder: fileURLToPath(root), tagSets };
    const count = Math.min(mostThreads, availableParallelism(), Math.ceil(files.length / batchFiles));
    try {
      const work = () =>
        new Promise<void>((resolve, reject) => {
          this.#end = (error) => (error === undefined ? resolve() : reject(error));
          for (let index = 0; index < count; index++) this.#start(this.#idle.take(), input);
        });
      await whileWanted(signal, () => this.stop(), work);
    } finally {
      if (this.#done === files.length) for (const worker of this.#workers) this.#idle.keep(worker);
      else await Promise.all(this.#workers.map((worker) => worker.terminate()));
    }
  }

  stop(): void {
    this.#end();
  }

  #start(worker: Worker, input: WorkerInput): void {
    this.#workers.push(worker);
    this.#waiting.set(worker, []);
    worker.on('message', (result: BatchResult) => this.#take(worker, result));
    worker.on('error', (error) => this.#end(error));
    worker.postMessage(input);
    for (let ahead = 0; ahead < batchesAhead; ahead++) this.#send(worker);
  }

  #send(worker: Worker): void {
    const { files } = this.#request;
    if (this.#next >= files.length) return;
    const targets = files.slice(this.#next, this.#next + batchFiles);
    this.#next += targets.length;
    this.#waiting.get(worker)!.push(targets);
    const batch = this.#cache.batchOf(targets, this.#tagKeys);
    worker.postMessage(batch, [batch.stamps.buffer as ArrayBuffer]);
  }

  #take(worker: Worker, result: BatchResult): void {
    const { files, signal, onFile, onSkipped, onSlow, onProgress } = this.#request;
    if (signal?.aborted) return;
    const targets = this.#waiting.get(worker)!.shift()!;
    this.#send(worker);
    for (const [path, { markers, skipped }] of this.#cache.take(targets, result, {
      tagKeys: this.#tagKeys,
      now: Date.now(),
    })) {
      if (markers.length > 0) onFile({ path, markers });
      if (skipped !== undefined) onSkipped({ path, reason: skipped });
    }
    for (const [index, milliseconds] of result.slow) onSlow?.({ path: targets[index]!.path, milliseconds });
    this.#done += targets.length;
    onProgress?.(this.#done);
    if (this.#done === files.length) this.#end();
  }
}
