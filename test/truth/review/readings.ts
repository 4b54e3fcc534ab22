import { posix } from 'node:path';
import { parse } from 'yaml';
import { languageIdOf } from '../../../src/core/comments/languages';
import { ourMarkers } from '../compare';
import type { ChangedFile, Merge } from './plumbing';

/** Whether a part of a JSON or YAML file says something else; a file that came or went has none on the other side. */
export function keyChanged(path: string, keys: readonly string[]): (merge: Merge) => boolean | undefined {
  const part = (text: string | undefined) => {
    let value: unknown = text === undefined ? undefined : parse(text);
    for (const key of keys) value = (value as Record<string, unknown> | null | undefined)?.[key];
    return JSON.stringify(value);
  };
  return (merge) => {
    if (!merge.files.some((file) => file.path === path || file.oldPath === path)) return false;
    try {
      return part(merge.oldText(path)) !== part(merge.newText(path));
    } catch {
      // Somebody committed what is neither JSON nor YAML.
      return undefined;
    }
  };
}

export function isFirstTime(isMeant: (file: ChangedFile) => boolean): (merge: Merge) => boolean {
  return (merge) => {
    const paths = merge.files.filter(isMeant).flatMap(({ path, oldPath = path }) => [path, oldPath]);
    return paths.length > 0 && !merge.isKnownTo(paths);
  };
}

/** Whether a file of that form changed and none of its mates did. */
export function lacksMate(of: RegExp, ...mates: ((name: string) => string)[]): (merge: Merge) => boolean {
  return ({ files }) => {
    const changed = new Set(files.flatMap(({ path, oldPath = path }) => [path, oldPath]));
    return files.some(({ path }) => {
      const name = of.exec(path)?.[1];
      return name !== undefined && !mates.some((mate) => changed.has(mate(name)));
    });
  };
}

/** Names of manifests and of their lock files. */
const locks = [
  [/^package\.json$/, /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?)$/],
  [/^mix\.exs$/, /^mix\.lock$/],
  [/^Cargo\.toml$/, /^Cargo\.lock$/],
  [/^go\.mod$/, /^go\.sum$/],
  [/^composer\.json$/, /^composer\.lock$/],
  [/^Gemfile$/, /^Gemfile\.lock$/],
  [/^pyproject\.toml$/, /^(?:poetry|uv|pdm|pixi)\.lock$/],
] as const;

/** A manifest without a lock file in its folder or above, or a lock file without a manifest in its folder or below. */
export function hasLoneLock({ files }: Merge): boolean {
  const all = files.map(({ path }) => posix.parse(path));
  const isIn = (inner: string, outer: string) =>
    outer === '' || inner === outer || inner.startsWith(`${outer}/`);
  return locks.some(([manifest, lock]) => {
    const manifests = all.filter(({ base }) => manifest.test(base));
    const own = all.filter(({ base }) => lock.test(base));
    return (
      manifests.some(({ dir }) => !own.some((other) => isIn(dir, other.dir))) ||
      own.some(({ dir }) => !manifests.some((other) => isIn(other.dir, dir)))
    );
  });
}

/** Markers in files now, less those before. Which lines are markers is compared elsewhere. */
export function debtOf(merge: Merge, isMeant: (file: ChangedFile) => boolean): number {
  const count = (path: string, text: string | undefined) =>
    text === undefined ? 0 : ourMarkers(text, languageIdOf(path)).length;
  return merge.files
    .filter((file) => isMeant(file) && !file.isBinary)
    .reduce((sum, { path, oldPath = path, status }) => {
      const now = status === 'D' ? 0 : count(path, merge.newText(path));
      return sum + now - (status === 'A' ? 0 : count(oldPath, merge.oldText(oldPath)));
    }, 0);
}
