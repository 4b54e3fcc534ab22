import type { Blame, Git } from '../../../src/core/git';
import { createMemoryGit } from '../memoryGit';

/** A git that tells the same of every file; `loading` never ends. */
export function blamingGit(blame: Blame | 'loading', onAsked?: () => void): Git {
  return {
    ...createMemoryGit(),
    blame: () => {
      onAsked?.();
      return blame === 'loading' ? new Promise(() => undefined) : Promise.resolve(blame);
    },
  };
}

/** What was asked in the background is answered. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
