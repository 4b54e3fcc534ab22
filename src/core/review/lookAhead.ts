import type { Guidance } from '../guidance/guidance';
import type { CancelSignal } from '../host';
import { checklistQuestions } from './checklistQuestions';
import type { Diff, DiffFile } from './diff';
import type { FileFacts } from './fileFacts';
import { governingQuestions } from './governingQuestions';
import type { Condition, ReviewFacts } from './verdict';

/** Fewer are not worth a look of their own: what they hold is read when all files are known. */
export const filesAtOnce = 32;

/**
 * Holds what has to read files against those that git told of while it still looks for others. What is found of a file
 * is remembered with it, so that less is left to do when all are known.
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
    const reading = readingConditions(guidance);
    const mayLocate = governingQuestions(guidance).length > 0;
    while (this.#waiting.length >= filesAtOnce && !signal.aborted) {
      const files = this.#waiting;
      this.#waiting = [];
      const known = this.#files.of({ ...nothing, files }, [], signal);
      // Only of the whole branch can it be told, and each time it is asked, git is.
      const facts: ReviewFacts = { ...known, isFirstChange: () => Promise.resolve(undefined) };
      await Promise.all([
        ...reading.map((condition) => condition.evaluate(facts)),
        ...(mayLocate ? files.map((file) => facts.matchesOf(file)) : []),
      ]);
    }
  }
}

const nothing: Diff = { base: '', baseCommit: '', commits: [], files: [], notes: [] };

function readingConditions(guidance: Guidance): readonly Condition[] {
  return checklistQuestions(guidance).flatMap(({ item: { when, auto } }) => {
    const automatic = typeof auto === 'object' ? [auto.pass, auto.attention] : [];
    return [when, ...automatic].filter((condition) => condition?.reads === true) as readonly Condition[];
  });
}
