import type { Diff, DiffFile } from '../../../src/core/review/diff';

/** A diff of `main` with these files. */
export function diffOf(...files: readonly DiffFile[]): Diff {
  return { base: 'main', baseCommit: 'b'.repeat(40), branch: 'feature', commits: [], files, notes: [] };
}

/** A file in which the first line gave way to another. */
export function changedFile(path: string, line = 'new'): DiffFile {
  return {
    path,
    status: 'modified',
    kind: 'text',
    oldBlob: `old ${path}`,
    added: 1,
    deleted: 1,
    hunks: [{ oldStart: 0, newStart: 0, removed: ['old'], added: [line] }],
    isCut: false,
    fingerprint: `${path} ${line}`,
  };
}
