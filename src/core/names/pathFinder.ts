import { admittedFiles } from '../text/admittedFiles';
import { compileGlob, isGlobError } from '../text/globs';
import { grouped } from '../text/grouped';
import { lowerBound } from '../text/sorted';

/** Finds the files that a text means by a path or a name. */
export interface PathFinder {
  /**
   * The files of a folder (empty, or ending in `/`) that are meant: by a path or a glob from it or from the workspace
   * folder on, where one leads to files, else by the end of their path. None where they are more than `most`.
   */
  find(path: string, folder: string, most: number): readonly string[];
  /** Whether a file has this name. */
  isFileName(name: string): boolean;
}

/** `files` are paths in the workspace folder, sorted by UTF-16 units. */
export function createPathFinder(files: readonly string[]): PathFinder {
  let byName: ReadonlyMap<string, readonly string[]> | undefined;
  const called = (name: string) => {
    byName ??= grouped(files, (file) => [nameOf(file)]);
    return byName.get(name) ?? [];
  };
  const from = (start: string, most: number) => {
    const first = lowerBound(files, start);
    const some = files.slice(first, first + most + 1);
    const end = some.findIndex((file) => !file.startsWith(start));
    return end < 0 ? some : some.slice(0, end);
  };
  const exact = (path: string, most: number) =>
    files[lowerBound(files, path)] === path ? [path] : from(`${path}/`, most);
  const globbed = (written: string, folder: string, most: number) => {
    const glob = compileGlob(written.includes('/') ? written : `**/${written}`);
    if (isGlobError(glob)) return [];
    const found = new Set<string>();
    for (const file of admittedFiles(files, folder, glob)) if (found.add(file).size > most) return [];
    return [...found];
  };
  return {
    isFileName: (name) => called(name).length > 0,
    find(written, folder, most) {
      if (/[*[{]/.test(written)) {
        const inside = globbed(written, folder, most);
        const isRooted = inside.length === 0 && written.startsWith(folder);
        return isRooted ? globbed(written.slice(folder.length), folder, most) : inside;
      }
      const path = written.replace(/\/$/, '');
      const places = [`${folder}${path}`, ...(path.startsWith(folder) ? [path] : [])];
      const leads = places.map((place) => exact(place, most)).find((found) => found.length > 0);
      const meant =
        leads ?? called(nameOf(path)).filter((file) => file.startsWith(folder) && file.endsWith(`/${path}`));
      return meant.length > most ? [] : meant;
    },
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
