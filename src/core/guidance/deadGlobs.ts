import type { LocatedGlob, Selector } from '../match/selector';
import type { Glob } from '../text/globs';
import type { PathPattern } from '../text/pathPattern';
import { lowerBound } from '../text/sorted';
import type { Guidance } from './guidance';
import type { Entry } from './model';
import type { Problem } from './problem';
import { problemCodes } from './problemCodes';
import type { WorkspaceFiles } from './workspaceFiles';

/** Whether a glob, relative to a folder of the workspace (empty, or ending in `/`), admits any of its files. */
export type GlobLife = (folder: string, glob: Glob) => boolean;

/**
 * Looks for each glob once in the sorted list of files, from where its literal beginning is, up to the first hit. Where
 * not all files are listed nobody can tell what is dead.
 */
export function createGlobLife({ files, truncated }: Pick<WorkspaceFiles, 'files' | 'truncated'>): GlobLife {
  if (truncated) return () => true;
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

/** A glob that admits no file, in an entry of the folder at `path` (empty, or ending in `/`). */
export interface DeadGlob extends LocatedGlob {
  readonly entry: Entry;
  readonly path: string;
}

/**
 * The globs that admit none of the workspace's files: their author is told, because nothing else would show it. Those
 * of packs are left alone, since their author wrote them for many workspaces. What governs nothing any more is not
 * looked at, and owners are looked at when somebody asks (`guidanceReport.ts`): there are thousands of them.
 */
export function deadGlobs({ folders, sources, decisions }: Guidance, isAlive: GlobLife): readonly DeadGlob[] {
  // What a broken text says is not what its author wrote.
  const broken = new Set(sources.filter((source) => source.broken).map(({ uri }) => uri));
  // The sections of a file share one selector.
  const seen = new Set<Selector>();
  return folders.flatMap(({ path, entries }) =>
    entries.flatMap((entry) => {
      const isOfPack = isOurs(entry) && entry.linkBase !== entry.folder;
      if (isOfPack || broken.has(entry.uri)) return [];
      if (!isOurs(entry) && entry.kind === 'area') return [];
      if (entry.kind === 'decision' && !decisions.holds(entry)) return [];
      const selectors = selectorsOf(entry).filter((selector) => !seen.has(selector));
      for (const selector of selectors) seen.add(selector);
      return selectors
        .flatMap((selector) => deadIn(selector, entry, (glob) => isAlive(path, glob)))
        .map((dead) => ({ ...dead, entry, path }));
    }),
  );
}

/**
 * Of a list in somebody else's file, globs that name only an ending are written for what may come, such as `.tsx`
 * beside `.ts`: they are dead only where all of the list is.
 */
function deadIn(
  { files = [] }: Selector,
  entry: Entry,
  isAlive: (glob: Glob) => boolean,
): readonly LocatedGlob[] {
  const dead = files.filter(({ glob }) => !isAlive(glob));
  if (isOurs(entry) || dead.length === files.length) return dead;
  return dead.filter(({ glob, written = glob.source }) => /^(?:\.?\/)?[^/*?[\]{}]+\//.test(written));
}

/** Whether it was written for Leadlight, and not for other tools, too. */
function isOurs({ readBy }: Entry): boolean {
  return readBy === undefined;
}

/** What an entry is about, in files and places. */
export function selectorsOf(entry: Entry): readonly Selector[] {
  switch (entry.kind) {
    case 'philosophy':
      return [...(entry.applies ? [entry.applies] : []), ...entry.exceptions.map(({ applies }) => applies)];
    case 'decision':
      return entry.applies ? [entry.applies] : [];
    case 'change':
      return [entry.from];
    case 'area':
      return [entry.applies];
    default:
      return [];
  }
}

/** In a file of another tool it is no more than information: nobody wrote it for us. */
export function deadGlobProblem({ glob, written, range, entry, path }: DeadGlob): Problem {
  const code = 'dead-glob';
  const place = path || 'this folder';
  return {
    code,
    severity: isOurs(entry) ? problemCodes[code].severity : 'info',
    message: isOurs(entry)
      ? `No file of ${place} matches "${glob.source}", so it governs nothing. Globs are case-sensitive and start at the folder that holds .leadlight.`
      : `No file of ${place} matches "${written ?? glob.source}", so nothing is shown for it.`,
    uri: entry.uri,
    range,
  };
}
