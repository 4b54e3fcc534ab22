import type { Glob } from './globs';
import { lowerBound } from './sorted';

/**
 * The files that a glob admits, relative to a folder (empty, or ending in `/`), each as often as an alternative admits it.
 * Of the files, sorted by UTF-16 units, only those are looked at that begin as the glob does.
 */
export function* admittedFiles(files: readonly string[], folder: string, glob: Glob): Generator<string> {
  for (const pattern of glob.alternatives) {
    const start = folder + pattern.prefix.join('/');
    for (let at = lowerBound(files, start); files[at]?.startsWith(start); at++) {
      const file = files[at]!;
      if (pattern.extension !== undefined && !file.endsWith(pattern.extension)) continue;
      if (pattern.matches(file.slice(folder.length))) yield file;
    }
  }
}
