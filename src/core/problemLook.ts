import type { Problem } from './guidance/problem';

/** Problems that are looked for beside other work, and those that were found last. */
export class ProblemLook {
  readonly #find: () => Promise<readonly Problem[]>;
  readonly #onDidChange: () => void;
  #problems: readonly Problem[] = [];
  #isStale = false;
  #looking: Promise<void> | undefined;

  /** `onDidChange` is called when others were found than before. */
  constructor(find: () => Promise<readonly Problem[]>, onDidChange: () => void) {
    this.#find = find;
    this.#onDidChange = onDidChange;
  }

  /** As of the last look that ended. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  get isLooking(): boolean {
    return this.#looking !== undefined;
  }

  /** Looks again; calls that come meanwhile are answered together. */
  async look(): Promise<void> {
    this.#isStale = true;
    this.#looking ??= this.#lookOn().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  /** Resolves when nothing is looked for any more. */
  async settled(): Promise<void> {
    await this.#looking;
  }

  async #lookOn(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const problems = await this.#find();
      if (JSON.stringify(problems) === JSON.stringify(this.#problems)) continue;
      this.#problems = problems;
      this.#onDidChange();
    }
  }
}
