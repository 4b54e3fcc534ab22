/** What a pattern took in one search. */
export interface PatternTime {
  /** Index of the pattern. */
  readonly pattern: number;
  readonly milliseconds: number;
}

/** A search that goes on for longer begins to take the time of single patterns. */
const quickMilliseconds = 50;

/** In UTF-16 units: after so much was searched, the clock is looked at. */
const unitsBetweenLooks = 16_000;

/** What a pattern took is not worth a word below this. */
const leastMilliseconds = 10;

/**
 * Takes the time of single patterns, in a search that takes long: looking at the clock for each run of a pattern costs
 * more than most of them take.
 */
export class PatternTimes {
  readonly #now: () => number;
  readonly #begun: number;
  readonly #took = new Map<number, number>();
  #units = 0;
  #takesLong = false;

  /** `now` is a clock in milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
    this.#begun = now();
  }

  /** Runs a pattern on so many UTF-16 units of text. */
  take(pattern: number, units: number, run: () => void): void {
    if (!this.#takesLong) {
      run();
      this.#units += units;
      if (this.#units < unitsBetweenLooks) return;
      this.#units = 0;
      this.#takesLong = this.#now() - this.#begun > quickMilliseconds;
      return;
    }
    const begun = this.#now();
    run();
    this.#took.set(pattern, (this.#took.get(pattern) ?? 0) + this.#now() - begun);
  }

  /** The patterns that took long, the slowest first. */
  result(): readonly PatternTime[] {
    return [...this.#took]
      .map(([pattern, milliseconds]) => ({ pattern, milliseconds }))
      .filter(({ milliseconds }) => milliseconds >= leastMilliseconds)
      .sort((a, b) => b.milliseconds - a.milliseconds);
  }
}
