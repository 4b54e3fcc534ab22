import type { Git } from '../git';

export interface HeadStateOptions {
  /** URI of the workspace folder. */
  readonly folder: string;
  git(): Git | undefined;
  /** Another commit or another branch is checked out than before. */
  onDidMove(): void;
}

/** What is checked out in a workspace folder: asked for when it may have moved, once at a time. */
export class HeadState {
  readonly #options: HeadStateOptions;
  #known: string | undefined;
  #isWanted = false;
  #looking: Promise<void> | undefined;

  constructor(options: HeadStateOptions) {
    this.#options = options;
  }

  /** Resolves when it is known. */
  look(): Promise<void> {
    this.#isWanted = true;
    this.#looking ??= this.#lookAll().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  /** What is looked at next is no move. */
  forget(): void {
    this.#known = undefined;
  }

  async #lookAll(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false;
      const before = this.#known;
      this.#known = await this.#options.git()?.head(this.#options.folder);
      if (before !== undefined && this.#known !== before) this.#options.onDidMove();
    }
  }
}
