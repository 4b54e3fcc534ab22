/**
 * Numbers for values, so that a command link carries a number and nothing else.
 * The oldest value is forgotten when there are too many.
 */
export class Handles<T> {
  readonly #limit: number;
  readonly #values = new Map<number, T>();
  #last = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(value: T): number {
    this.#values.set(++this.#last, value);
    if (this.#values.size > this.#limit) this.#values.delete(this.#last - this.#limit);
    return this.#last;
  }

  /** The value of a handle, whatever that is; `undefined` for what is none, or was forgotten. */
  get(handle: unknown): T | undefined {
    return typeof handle === 'number' ? this.#values.get(handle) : undefined;
  }
}
