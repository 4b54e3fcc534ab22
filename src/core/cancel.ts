import type { CancelSignal } from './host';

/** Says to whoever listens that something is not wanted any more. */
export class Cancel {
  readonly #listeners: (() => void)[] = [];
  #aborted = false;

  get signal(): CancelSignal {
    const isAborted = () => this.#aborted;
    return {
      get aborted() {
        return isAborted();
      },
      addEventListener: (_type, listener) => void this.#listeners.push(listener),
    };
  }

  abort(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    for (const listener of this.#listeners.splice(0)) listener();
  }
}
