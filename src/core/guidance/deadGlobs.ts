import type { Range } from 'vscode-languageserver-types';
import type { LocatedGlob, Selector } from '../match/selector';
import type { Condition } from '../review/verdict';
import { admittedFiles } from '../text/admittedFiles';
import type { Glob } from '../text/globs';
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
    const alive = known.get(key) ?? !admittedFiles(files, folder, glob).next().done;
    known.set(key, alive);
    return alive;
  };
}

/** What is asked about the files of a workspace folder, to tell what is dead. */
export interface FileLife {
  readonly isAlive: GlobLife;
  /** Whether any file lies in a folder with these names (`src/legacy/`), wherever that is. */
  hasFolder(names: string): boolean;
}

/** Nothing is dead before the files are listed. */
export const allAlive: FileLife = { isAlive: () => true, hasFolder: () => true };

export function createFileLife(listed: Pick<WorkspaceFiles, 'files' | 'truncated'>): FileLife {
  const known = new Map<string, boolean>();
  return {
    isAlive: createGlobLife(listed),
    hasFolder(names) {
      const found = known.get(names) ?? listed.files.some((file) => `/${file}`.includes(`/${names}`));
      known.set(names, found);
      return found;
    },
  };
}

/** Globs that admit no file, in an entry of the folder at `path` (empty, or ending in `/`). */
export interface DeadGlobs {
  readonly entry: Entry;
  readonly path: string;
  /** As they were written; several where a whole list is dead. */
  readonly globs: readonly [string, ...string[]];
  /** Of them together. */
  readonly range: Range;
}

/**
 * The globs that admit none of the workspace's files: their author is told, because nothing else would show it. Those
 * of packs are left alone, since their author wrote them for many workspaces. What governs nothing any more is not
 * looked at, and owners are looked at when somebody asks (`guidanceReport.ts`): there are thousands of them.
 */
export function deadGlobs({ folders, sources, decisions }: Guidance, life: FileLife): readonly DeadGlobs[] {
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
      const deadIn = isOurs(entry) ? eachDead : deadOfOthers;
      const asked = conditionsOf(entry).flatMap(({ lasting }) =>
        eachGone(eachDead(lasting, path, life), life),
      );
      return [...selectors.flatMap(({ files = [] }) => deadIn(files, path, life)), ...asked].map((dead) => ({
        ...dead,
        entry,
        path,
      }));
    }),
  );
}

type Dead = Pick<DeadGlobs, 'globs' | 'range'>;

function eachDead(files: readonly LocatedGlob[], path: string, { isAlive }: FileLife): readonly Dead[] {
  return files
    .filter(({ glob }) => !isAlive(path, glob))
    .map(({ glob, written = glob.source, range }) => ({ globs: [written], range }));
}

/**
 * In somebody else's file a list that is dead as a whole is told of once. Of another list, what is written for files to
 * come, such as `.tsx` beside `.ts`, is left alone: only a folder that is gone is told of.
 */
function deadOfOthers(files: readonly LocatedGlob[], path: string, life: FileLife): readonly Dead[] {
  const dead = eachDead(files, path, life);
  const [first, ...others] = dead;
  if (first === undefined || dead.length < files.length) return eachGone(dead, life);
  const end = (others.at(-1) ?? first).range.end;
  return [
    {
      globs: [...first.globs, ...others.flatMap(({ globs }) => globs)],
      range: { start: first.range.start, end },
    },
  ];
}

/** Those that name a folder that is gone; others may be meant for files to come. */
function eachGone(dead: readonly Dead[], { hasFolder }: FileLife): readonly Dead[] {
  return dead.filter(({ globs: [glob] }) => {
    const [, folder] = /^(?:\.?\/)?([^*?[\]{}]+\/)/.exec(glob) ?? [];
    return folder !== undefined && !hasFolder(folder);
  });
}

/** What the questions of a checklist ask of a diff. */
function conditionsOf(entry: Entry): readonly Condition[] {
  if (entry.kind !== 'checklist') return [];
  return entry.items
    .flatMap(({ when, auto }) => [when, ...(typeof auto === 'object' ? [auto.pass, auto.attention] : [])])
    .filter((condition) => condition !== undefined);
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

/** As many of a list are named. */
const mostNamed = 3;

/** `"*.ts", "*.tsx" or one of 4 more` */
export function namedGlobs(globs: readonly string[]): string {
  const named = globs.slice(0, mostNamed).map((glob) => `"${glob}"`);
  const more = globs.length - named.length;
  if (more > 0) return `${named.join(', ')} or one of ${more} more`;
  return [named.slice(0, -1).join(', '), named.at(-1)].filter(Boolean).join(' or ');
}

/** In a file of another tool it is no more than information: nobody wrote it for us. */
export function deadGlobsProblem({ globs, range, entry, path }: DeadGlobs): Problem {
  const code = 'dead-glob';
  const none = `No file of ${path || 'this folder'} matches ${namedGlobs(globs)}`;
  return {
    code,
    severity: isOurs(entry) ? problemCodes[code].severity : 'info',
    message: isOurs(entry)
      ? `${none}, so it governs nothing. Globs are case-sensitive and start at the folder that holds .leadlight.`
      : `${none}, so nothing is shown for it.`,
    uri: entry.uri,
    range,
  };
}
