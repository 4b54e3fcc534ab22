import type { Diff } from './diff';
import type { ReviewFacts } from './verdict';

/** A folder of guidance, and the folders inside it where other guidance takes its place. */
export interface FolderView {
  /** Relative to the workspace folder: empty, or ending in `/`; so are the others. */
  readonly path: string;
  readonly without: readonly string[];
}

/** The same facts of the changes that guidance of a folder sees; what was moved in or out is among them. */
export function factsIn(facts: ReviewFacts, view: FolderView): ReviewFacts {
  if (isWhole(view)) return facts;
  return {
    diff: diffIn(facts.diff, view),
    folder: facts.folder,
    me: facts.me,
    newText: (file) => facts.newText(file),
    oldText: (file) => facts.oldText(file),
    languageOf: (path) => facts.languageOf(path),
    ownersOf: (path) => facts.ownersOf(path),
    isGuidance: (path) => facts.isGuidance(path),
    debtOf: (file) => facts.debtOf(file),
    isFirstChange: (paths) => facts.isFirstChange(paths),
    matchesOf: (file) => facts.matchesOf(file),
    turn: () => facts.turn(),
  };
}

export function isWhole({ path, without }: FolderView): boolean {
  return path === '' && without.length === 0;
}

function diffIn(diff: Diff, { path: folder, without }: FolderView): Diff {
  const isSeen = (path: string) =>
    path.startsWith(folder) && !without.some((inner) => path.startsWith(inner));
  const files = diff.files.filter(
    ({ path, oldPath }) => isSeen(path) || (oldPath !== undefined && isSeen(oldPath)),
  );
  return { ...diff, files };
}
