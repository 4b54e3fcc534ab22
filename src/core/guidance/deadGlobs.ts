import type { LocatedGlob, Selector } from '../match/selector';
import type { Glob } from '../text/globs';
import type { PathPattern } from '../text/pathPattern';
import { lowerBound } from '../text/sorted';
import type { Guidance } from './guidance';
import type { Entry } from './model';
import type { Problem } from './problem';
import { problemCodes } from './problemCodes';

/** Whether a glob, relative to a folder of the workspace (empty, or ending in `/`), admits any of its files. */
export type GlobLife = (folder: string, glob: Glob) => boolean;

/** Looks for each glob once in a sorted list of files, from where its literal beginning is, up to the first hit. */
export function createGlobLife(files: readonly string[]): GlobLife {
  const known = new Map<string, boolean>();
  return (folder, glob) => {
    const key = `${folder}\n${glob.source}`;
    const alive = known.get(key) ?? glob.alternatives.some((pattern) => admitsAny(files, folder, pattern));
    known.set(key, alive);
    return alive;
  };
}

function admitsAny(files: readonly string[], folder: string, pattern: PathPattern): boolean {
  const start = folder + pattern.prefix.join('/');
  for (let at = lowerBound(files, start); files[at]?.startsWith(start); at++) {
    const file = files[at]!;
    if (pattern.extension !== undefined && !file.endsWith(pattern.extension)) continue;
    if (pattern.matches(file.slice(folder.length))) return true;
  }
  return false;
}

/**
 * The globs that admit none of the workspace's files: their author is told, because nothing else would show it.
 * Those of packs are left alone, since their author wrote them for many workspaces, and so is CODEOWNERS.
 */
export function deadGlobs({ folders, sources }: Guidance, isAlive: GlobLife): readonly Problem[] {
  // What a broken text says is not what its author wrote.
  const broken = new Set(sources.filter((source) => source.broken).map(({ uri }) => uri));
  return folders.flatMap(({ path, entries }) =>
    entries
      .filter(
        (entry) =>
          entry.linkBase === entry.folder && entry.uri.includes('/.leadlight/') && !broken.has(entry.uri),
      )
      .flatMap((entry) =>
        selectorsOf(entry)
          .flatMap(({ files }) => files ?? [])
          .filter(({ glob }) => !isAlive(path, glob))
          .map((dead) => deadGlob(dead, { uri: entry.uri, path })),
      ),
  );
}

/** What an entry is about, in files and places. */
export function selectorsOf(entry: Entry): readonly Selector[] {
  switch (entry.kind) {
    case 'philosophy':
      return [...(entry.applies ? [entry.applies] : []), ...entry.exceptions.map(({ applies }) => applies)];
    case 'change':
      return [entry.from];
    case 'area':
      return [entry.applies];
    default:
      return [];
  }
}

function deadGlob(
  { glob, range }: LocatedGlob,
  { uri, path }: { readonly uri: string; readonly path: string },
): Problem {
  const message = `No file of ${path || 'this folder'} matches "${glob.source}", so it governs nothing. Globs are case-sensitive and start at the folder that holds .leadlight.`;
  return { code: 'dead-glob', severity: problemCodes['dead-glob'].severity, message, uri, range };
}
