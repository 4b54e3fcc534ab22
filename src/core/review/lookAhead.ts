import type { Guidance } from '../guidance/guidance';
import type { CancelSignal } from '../host';
import type { Diff, DiffFile } from './diff';
import type { FileFacts } from './fileFacts';
import { holdItems } from './holdItems';

/**
 * Holds what is asked against the files of a diff while git still looks for others: what is found of a file is
 * remembered with it, so that little is left to do when all are known.
 */
export class LookAhead {
  readonly #files: FileFacts;
  #waiting: DiffFile[] = [];
  #looking: Promise<void> | undefined;

  constructor(files: FileFacts) {
    this.#files = files;
  }

  add(file: DiffFile, guidance: Guidance, signal: CancelSignal): void {
    this.#waiting.push(file);
    this.#looking ??= this.#look(guidance, signal).finally(() => (this.#looking = undefined));
  }

  /** Resolves when all files were looked at. */
  async settled(): Promise<void> {
    await this.#looking;
  }

  async #look(guidance: Guidance, signal: CancelSignal): Promise<void> {
    // Of what comes together, all is looked at together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const files = this.#waiting;
      this.#waiting = [];
      if (signal.aborted) continue;
      const facts = this.#files.of({ ...nothing, files }, [], signal);
      // Only of the whole branch can it be told, and each time it is asked, git is.
      await holdItems(guidance, { ...facts, isFirstChange: () => Promise.resolve(undefined) });
    }
  }
}

const nothing: Diff = { base: '', baseCommit: '', commits: [], files: [], notes: [] };
