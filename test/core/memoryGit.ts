import type { Blame, Git, HistoryCommit } from '../../src/core/git';
import type { DiffResult } from '../../src/core/review/diff';

/** A git of the tests' own making. Blames wait until they are answered; history is what was committed. */
export interface MemoryGit extends Git {
  /** Blames that were asked for and not answered yet, in order: `uri text`. */
  readonly asked: readonly string[];
  /** Answers the first of them; every line gets the day, and nothing is known without one. */
  answer(day?: string): Promise<void>;
  commit(day: string, files: Readonly<Record<string, string>>): void;
  /** Ids of the blobs that were read; the id is the text itself. */
  readonly read: string[];
  /** Blobs that are not stored. */
  readonly lacking: Set<string>;
  /** Of the history. */
  partial?: string;
  /** What is to be reviewed. */
  diffResult: DiffResult;
}

export function createMemoryGit(): MemoryGit {
  const waiting: { uri: string; text: string; resolve(blame: Blame | undefined): void }[] = [];
  const commits: HistoryCommit[] = [];
  const git: MemoryGit = {
    get asked() {
      return waiting.map(({ uri, text }) => `${uri} ${text}`);
    },
    async answer(day) {
      const { text, resolve } = waiting.shift()!;
      const line = { commit: 'c', author: 'Maya', email: '', day: day ?? '' };
      resolve(day === undefined ? undefined : { lines: text.split('\n').map(() => line) });
      // What waits for the answer goes on before the test does.
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
    commit(day, files) {
      const list = Object.entries(files).map(([path, blob]) => ({ path, blob }));
      commits.push({ commit: `c${commits.length}`, day, files: async () => list });
    },
    read: [],
    lacking: new Set(),
    blame: (uri, text) => new Promise((resolve) => waiting.push({ uri, text, resolve })),
    head: async () => undefined,
    branchChanges: async () => undefined,
    sampleHistory: async (_folder, { points }) => ({
      commits: commits.slice(-points),
      ...(git.partial === undefined ? {} : { partial: git.partial }),
    }),
    async *readBlobs(_folder, ids) {
      for (const id of ids) {
        if (git.lacking.has(id)) continue;
        git.read.push(id);
        yield { id, bytes: new TextEncoder().encode(id) };
      }
    },
    diffResult: { kind: 'none', message: 'There is no repository here.' },
    diff: async () => git.diffResult,
    diffFiles: async () => undefined,
    bases: async () => [],
    hasChanged: async () => undefined,
    fileIn: async () => undefined,
    renamed: async () => undefined,
    authors: async () => undefined,
    identity: async () => undefined,
  };
  return git;
}
