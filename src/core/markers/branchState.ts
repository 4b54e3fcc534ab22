import type { BranchChanges, Git } from '../git';

export interface BranchStateOptions {
  /** URI of the workspace folder. */
  readonly folder: string;
  git(): Git | undefined;
  /** What the branch added is known, or is another than before. */
  onDidChange(): void;
}

/** What the current branch added in a workspace folder: asked for when it is wanted, and again when it may be stale. */
export class BranchState {
  readonly #options: BranchStateOptions;
  #changes: BranchChanges | undefined;
  #isStale = true;
  #asking: Promise<void> | undefined;

  constructor(options: BranchStateOptions) {
    this.#options = options;
  }

  /** As far as it is known now; what is stale is asked for in the background. */
  get changes(): BranchChanges | undefined {
    void this.refresh();
    return this.#changes;
  }

  markStale(): void {
    this.#isStale = true;
  }

  /** Resolves when what was asked for until now is known. */
  async refresh(): Promise<void> {
    while (this.#isStale || this.#asking !== undefined) {
      this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
      await this.#asking;
    }
  }

  async #ask(): Promise<void> {
    this.#isStale = false;
    const changes = await this.#options.git()?.branchChanges(this.#options.folder);
    if (textOf(changes) === textOf(this.#changes)) return;
    this.#changes = changes;
    this.#options.onDidChange();
  }
}

function textOf(changes: BranchChanges | undefined): string {
  return changes === undefined ? '' : JSON.stringify([changes.base, ...changes.added]);
}
