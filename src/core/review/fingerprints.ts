import { hash } from '../text/hash';
import { cleanLine } from '../text/markdown';
import type { Answer } from './answer';
import type { Diff, DiffFile } from './diff';

/** The fingerprint of an item that is asked without a diff. */
export const withoutDiff = 'no-diff';

/** More files of a part of the diff than this are not kept with an answer. */
const maxFiles = 200;
/** As many files are named. */
const maxNamed = 3;

/** The changed files of a scope; a file that was moved is found by either of its paths. */
export function filesIn(diff: Diff, scope: readonly string[] | undefined): readonly DiffFile[] {
  if (scope === undefined) return diff.files;
  const paths = new Set(scope);
  return diff.files.filter(
    ({ path, oldPath }) => paths.has(path) || (oldPath !== undefined && paths.has(oldPath)),
  );
}

/** The same as long as no file comes, goes or changes; 14 hexadecimal digits. */
export function fingerprintOf(files: readonly DiffFile[]): string {
  // Both are set apart by what no path holds, so that no path can pass for another file.
  return hash(
    files
      .map(({ path, fingerprint }) => `${path}\0${fingerprint}\0`)
      .sort()
      .join(''),
  );
}

/** What an answer keeps of the files that it is about: the first by path. */
export function answerFiles(files: readonly DiffFile[]): NonNullable<Answer['files']> {
  return Object.fromEntries(
    files
      .map(({ path, fingerprint }) => [path, fingerprint] as const)
      .sort(byPath)
      .slice(0, maxFiles),
  );
}

/** An item as it is now, as far as staleness goes. */
export interface FreshPart {
  /** Absent without a diff: then nothing can be told to be stale. */
  readonly diff: Diff | undefined;
  readonly scope: readonly string[] | undefined;
  readonly fingerprint: string;
}

/** What changed since an answer was given, one sentence that names files; `undefined` where nothing did. */
export function staleness(answer: Answer, { diff, scope, fingerprint }: FreshPart): string | undefined {
  if (answer.fingerprint === fingerprint || diff === undefined) return undefined;
  if (answer.fingerprint === withoutDiff) return 'It was answered without a diff.';
  const changes = answer.files === undefined ? [] : changesSince(answer.files, diff, scope);
  if (changes.length === 0) return 'What it is about changed.';
  const more = changes.length - maxNamed;
  return `${changes.slice(0, maxNamed).join(', ')}${more > 0 ? `, and ${more} more` : ''}.`;
}

function changesSince(
  kept: NonNullable<Answer['files']>,
  diff: Diff,
  scope: readonly string[] | undefined,
): readonly string[] {
  const before = new Map(Object.entries(kept));
  const last = [...before.keys()].sort().at(-1) ?? '';
  // Of a list that was cut short, nothing is known behind its end.
  const isKnown = (path: string) => before.size < maxFiles || path <= last;
  const now = new Map(filesIn(diff, scope).map(({ path, fingerprint }) => [path, fingerprint]));
  const inDiff = new Map(diff.files.map(({ path, fingerprint }) => [path, fingerprint]));
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((path) => isKnown(path) && before.get(path) !== now.get(path))
    .sort()
    .map((path) => {
      const name = cleanLine(path);
      if (!before.has(path)) return `${name} is part of it now`;
      if (now.has(path) || (inDiff.has(path) && inDiff.get(path) !== before.get(path)))
        return `${name} changed`;
      return inDiff.has(path) ? `${name} is no longer part of it` : `${name} is no longer changed`;
    });
}

function byPath([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}
