import { Worker } from 'node:worker_threads';

/** Long enough for the next folder of a workspace, and for a person who tries again. */
const idleMilliseconds = 10_000;

/** Threads of one script. Those without work stay for a while, because a new one is slow until its code is compiled. */
export class IdleThreads {
  readonly #script: string;
  readonly #idle = new Set<Worker>();
  #timer: NodeJS.Timeout | undefined;

  constructor(script: string) {
    this.#script = script;
  }

  take(): Worker {
    for (const worker of this.#idle) {
      this.#idle.delete(worker);
      worker.removeAllListeners('error');
      worker.ref();
      return worker;
    }
    return new Worker(this.#script);
  }

  /** Takes back a thread that has nothing left to do. Until it is wanted again it keeps no process alive. */
  keep(worker: Worker): void {
    worker.removeAllListeners('message').removeAllListeners('error');
    worker.on('error', () => this.#idle.delete(worker));
    worker.unref();
    this.#idle.add(worker);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.end(), idleMilliseconds).unref();
  }

  /** Ends those without work. */
  end(): void {
    clearTimeout(this.#timer);
    for (const worker of this.#idle) void worker.terminate();
    this.#idle.clear();
  }
}
