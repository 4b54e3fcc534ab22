import { lowerBound } from '../text/sorted';
import type { FolderPolicies } from './folderPolicies';

/** What was looked through, and for what. */
export interface Stock {
  /** What `files` was made of; when it is another, they may be others. */
  readonly listed: readonly string[];
  /** Sorted by UTF-16 units. */
  readonly files: readonly string[];
  readonly policies: FolderPolicies;
}

/**
 * The files that have to be looked at again: new ones, those that are named (a folder stands for all that is below it),
 * and of the candidates those where another list of tags is looked for now.
 */
export function staleFiles(
  before: Stock,
  now: Stock,
  { named, candidates }: { readonly named: readonly string[]; readonly candidates: readonly string[] },
): readonly string[] {
  const stale = new Set<string>();
  for (const path of named) {
    if (now.files[lowerBound(now.files, path)] === path) stale.add(path);
    // `0` is the character after `/`, so these two bounds hold all that is below the path.
    const [from, to] = [lowerBound(now.files, `${path}/`), lowerBound(now.files, `${path}0`)];
    for (const below of now.files.slice(from, to)) stale.add(below);
  }
  if (before.files !== now.files) {
    const known = new Set(before.files);
    for (const path of now.files) if (!known.has(path)) stale.add(path);
  }
  if (before.policies !== now.policies) {
    for (const path of candidates) {
      if (before.policies.tagKeyOf(path) !== now.policies.tagKeyOf(path)) stale.add(path);
    }
  }
  return [...stale];
}
