import { lowerBound } from '../text/sorted';
import { excludeFile, type WorkspaceFiles } from './workspaceFiles';

/** Paths as in `WorkspaceFiles`. A folder may be among `deleted`, and takes all that is in it along. */
export interface FileChanges {
  readonly created?: readonly string[];
  readonly deleted?: readonly string[];
}

/**
 * The list after files came and went, without a walk. What is renamed is deleted and created.
 * Returns `undefined` where an ignore file came or went, because then only a new walk can tell.
 */
export function withChanges(
  workspace: WorkspaceFiles,
  { created = [], deleted = [] }: FileChanges,
): WorkspaceFiles | undefined {
  const { ignoreFiles, isIgnored } = workspace;
  if (removeAll(ignoreFiles, deleted).length < ignoreFiles.length) return undefined;
  if (created.some((path) => isIgnoreFile(path, isIgnored))) return undefined;
  const added = created.filter((path) => !isIgnored(path)).sort();
  return {
    ...workspace,
    files: merge(removeAll(workspace.files, deleted), added),
    links: removeAll(workspace.links, [...deleted, ...created]),
  };
}

/** One that counts: the ignore files in an ignored folder do not. */
function isIgnoreFile(path: string, isIgnored: (path: string) => boolean): boolean {
  if (path === '.gitignore' || path === excludeFile) return true;
  return path.endsWith('/.gitignore') && !isIgnored(path.slice(0, path.lastIndexOf('/') + 1));
}

/** `sorted` without each path of `gone` and all that is below it. */
function removeAll(sorted: readonly string[], gone: readonly string[]): readonly string[] {
  const marks = new Uint8Array(sorted.length);
  for (const path of gone) {
    const own = lowerBound(sorted, path);
    if (sorted[own] === path) marks[own] = 1;
    // `0` is the character after `/`, so these two bounds hold all that is below the path.
    marks.fill(1, lowerBound(sorted, `${path}/`), lowerBound(sorted, `${path}0`));
  }
  return sorted.filter((_, index) => marks[index] === 0);
}

function merge(left: readonly string[], right: readonly string[]): readonly string[] {
  if (right.length === 0) return left;
  const merged: string[] = [];
  let at = 0;
  for (const path of right) {
    while (at < left.length && left[at]! < path) merged.push(left[at++]!);
    if (left[at] !== path && merged.at(-1) !== path) merged.push(path);
  }
  while (at < left.length) merged.push(left[at++]!);
  return merged;
}
