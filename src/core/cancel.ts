import type { CancelSignal } from './host';

/** Says to whoever listens that something is not wanted any more. */
export class Cancel {
  readonly #listeners = new Set<() => void>();
  #aborted = false;

  get signal(): CancelSignal {
    const isAborted = () => this.#aborted;
    return {
      get aborted() {
        return isAborted();
      },
      addEventListener: (_type, listener) => void this.#listeners.add(listener),
      removeEventListener: (_type, listener) => void this.#listeners.delete(listener),
    };
  }

  abort(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    for (const listener of this.#listeners) listener();
    this.#listeners.clear();
  }
}

/** Does work; what is to happen when it is cancelled meanwhile is forgotten with it. */
export async function whileWanted<T>(
  signal: CancelSignal | undefined,
  onCancel: () => void,
  work: () => Promise<T>,
): Promise<T> {
  signal?.addEventListener('abort', onCancel);
  try {
    return await work();
  } finally {
    signal?.removeEventListener('abort', onCancel);
  }
}
