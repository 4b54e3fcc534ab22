import { relativePath } from '../../text/links';
import type { DiffFile } from '../diff';
import type { ReviewFacts } from '../verdict';

/** The part of a diff that a mapping of predicates looks at. */
export interface View {
  readonly facts: ReviewFacts;
  /** Relative to the workspace folder: empty, or ending in `/`. */
  readonly folder: string;
  /** All changed files of that folder. */
  readonly files: readonly DiffFile[];
  /** Those that the mapping, or one around it, chose by globs, languages or owners; else all. */
  readonly chosen: readonly DiffFile[];
  /** The paths of `chosen`; `undefined` where nobody chose. */
  readonly scope: readonly string[] | undefined;
}

/** What guidance of a folder (a URI that ends in `/`) sees of a diff: its own folder's changes. */
export function viewOf(facts: ReviewFacts, folderUri: string): View {
  const folder = relativePath(folderUri, facts.folder) ?? '';
  const { files } = facts.diff;
  const own = folder === '' ? files : files.filter((file) => pathsIn(file, folder).length > 0);
  return { facts, folder, files: own, chosen: own, scope: undefined };
}

/** The paths of a file, now and before it was renamed, relative to a folder; those outside of it are left out. */
export function pathsIn({ path, oldPath }: DiffFile, folder: string): readonly string[] {
  const paths = oldPath === undefined ? [path] : [path, oldPath];
  if (folder === '') return paths;
  return paths.flatMap((each) => (each.startsWith(folder) ? [each.slice(folder.length)] : []));
}

export function pathsOf(files: readonly DiffFile[]): readonly string[] {
  return files.map(({ path }) => path);
}

/**
 * Remembers what was found for a file of a diff: the object is another one after every change. Only what a file and the
 * guidance's folder decide may be remembered.
 */
export function byFile<T>(find: (file: DiffFile, view: View) => T): (file: DiffFile, view: View) => T {
  const known = new WeakMap<DiffFile, { readonly of: T }>();
  return (file, view) => {
    const found = known.get(file);
    if (found !== undefined) return found.of;
    const of = find(file, view);
    known.set(file, { of });
    return of;
  };
}

/** Waits only where there is something to wait for: of a large diff almost all is known already. */
export async function allFound<T>(found: readonly (T | Promise<T>)[]): Promise<readonly T[]> {
  return found.some((each) => each instanceof Promise) ? Promise.all(found) : (found as readonly T[]);
}

/** Looks at the chosen files, and lets other work go first now and then. */
export async function findInTurns<T>(
  view: View,
  find: (file: DiffFile, view: View) => T,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (const file of view.chosen) {
    // To ask for each file would take longer than to look at most.
    if (found.length % filesAtOnce === 0) await view.facts.turn();
    found.push(find(file, view));
  }
  return found;
}

const filesAtOnce = 16;
