import type { Guidance } from '../guidance/guidance';
import type { CancelSignal } from '../host';
import type { Diff, DiffFile } from './diff';
import type { FileFacts } from './fileFacts';
import { judgeItems } from './holdItems';

/** Fewer are not worth a look of their own: what they hold is found when all files are known. */
export const filesAtOnce = 100;

/**
 * Holds what is asked against the files of a large diff while git still looks for others: what is found of a file is
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
    if (this.#waiting.length >= filesAtOnce)
      this.#looking ??= this.#look(guidance, signal).finally(() => (this.#looking = undefined));
  }

  /** Resolves when nothing is looked at any more; who waits here does so for all files. */
  async settled(): Promise<void> {
    await this.#looking;
    this.#waiting = [];
  }

  async #look(guidance: Guidance, signal: CancelSignal): Promise<void> {
    while (this.#waiting.length >= filesAtOnce && !signal.aborted) {
      const files = this.#waiting;
      this.#waiting = [];
      const facts = this.#files.of({ ...nothing, files }, [], signal);
      // Only of the whole branch can it be told, and each time it is asked, git is.
      await judgeItems(guidance, { ...facts, isFirstChange: () => Promise.resolve(undefined) });
    }
  }
}

const nothing: Diff = { base: '', baseCommit: '', commits: [], files: [], notes: [] };
