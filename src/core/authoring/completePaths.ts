import type { FileList, Named } from '../guidance/fileList';
import { counted } from '../text/counted';
import { compileGlob, isGlobError } from '../text/globs';
import { extensionOf, literalOf } from '../text/pathPattern';

/** A path or a glob to write, and how many files of the workspace it names. */
export interface PathChoice {
  readonly kind: 'file' | 'folder' | 'glob';
  /** All of it, from its beginning. */
  readonly text: string;
  readonly files: number;
}

export interface PathQuery {
  readonly files: FileList;
  /** That paths are relative to: empty, or ending in `/`. */
  readonly folder: string;
  /** What was written before the cursor. */
  readonly written: string;
  readonly withGlobs: boolean;
}

/** The largest folders have more than anybody reads through. */
const most = 200;
const mostEndings = 12;

/**
 * What can be written behind what is there: the folders and files one level below, and globs for the kinds of files
 * that are there. Folders say how many files are in them.
 */
export function completePaths({ files, folder, written, withGlobs }: PathQuery): readonly PathChoice[] {
  const slash = written.lastIndexOf('/') + 1;
  const [before, name] = [written.slice(0, slash), written.slice(slash)];
  const segments = before
    .replace(/^(?:\.\/)+/, '')
    .split('/')
    .slice(0, -1);
  if (segments.includes('') || segments.includes('..')) return [];
  if (!withGlobs) {
    const only = `${folder}${segments.map((each) => `${each}/`).join('')}`;
    return names([files.level(only)], { before, name });
  }
  const found = foldersOf(files, folder, segments);
  if (found.kind === 'anywhere') return endingGlobs(found.endings, `${before}*`);
  const { folders } = found;
  const all = sum(folders.map((each) => files.count(each)));
  const levels = folders.map((each) => files.level(each));
  return [
    ...names(levels, { before, name }, asGlob),
    ...(all > 0 ? [{ kind: 'glob', text: `${before}**`, files: all } as const] : []),
    ...endingGlobs(added(folders.map((each) => files.endings(each))), `${before}**/*`),
    ...endingGlobs(added(levels.map(directEndings)), `${before}*`),
  ];
}

/** How many files a choice stands for, in words. */
export function choiceDetail({ kind, files }: PathChoice): string {
  return kind === 'file' ? '' : counted(files, 'file');
}

type Folders =
  | { readonly kind: 'folders'; readonly folders: readonly string[] }
  /** Behind `**`: in any folder below. */
  | { readonly kind: 'anywhere'; readonly endings: ReadonlyMap<string, number> };

/** The folders that the segments of a glob admit, level by level. */
function foldersOf(files: FileList, folder: string, segments: readonly string[]): Folders {
  let folders: readonly string[] = [folder];
  for (const [index, segment] of segments.entries()) {
    if (segment === '**') {
      const rest = segments.slice(index);
      if (rest.every((each) => each === '**'))
        return { kind: 'anywhere', endings: added(folders.map((each) => files.endings(each))) };
      return { kind: 'anywhere', endings: endingsBelow(files, folder, segments) };
    }
    const literal = literalName(segment);
    if (literal !== undefined) folders = folders.map((each) => `${each}${literal}/`);
    else {
      const glob = compileGlob(segment);
      if (isGlobError(glob)) return { kind: 'folders', folders: [] };
      folders = folders
        .flatMap((each) =>
          files
            .level(each)
            .filter(({ name, isFolder }) => isFolder && glob.matches(name))
            .map(({ name }) => `${each}${name}/`),
        )
        .slice(0, mostFolders);
    }
  }
  return { kind: 'folders', folders };
}

/** A wildcard that admits more folders is looked up in these. */
const mostFolders = 2_000;

/** How the files end that a glob with `**` in its middle admits: each file is asked. */
function endingsBelow(
  files: FileList,
  folder: string,
  segments: readonly string[],
): ReadonlyMap<string, number> {
  const glob = compileGlob(`${segments.join('/')}/**`);
  const endings = new Map<string, number>();
  if (isGlobError(glob)) return endings;
  for (const path of files.paths) {
    if (!path.startsWith(folder) || !glob.matches(path.slice(folder.length))) continue;
    const ending = extensionOf(path);
    if (ending !== undefined) endings.set(ending, (endings.get(ending) ?? 0) + 1);
  }
  return endings;
}

/** What stands directly in some folders. */
function names(
  levels: readonly (readonly Named[])[],
  { before, name }: { readonly before: string; readonly name: string },
  written = (each: string) => each,
): readonly PathChoice[] {
  const found = new Map<string, Named>();
  for (const each of levels.flat()) {
    const key = `${each.name}${each.isFolder ? '/' : ''}`;
    found.set(key, { ...each, files: each.files + (found.get(key)?.files ?? 0) });
  }
  return [...found.values()]
    .filter((each) => found.size <= most || begins(each.name, name))
    .sort((a, b) => rankOf(a) - rankOf(b))
    .slice(0, most)
    .map((each): PathChoice => {
      const text = `${before}${written(each.name)}`;
      if (each.isFolder) return { kind: 'folder', text: `${text}/`, files: each.files };
      return { kind: levels.length > 1 ? 'glob' : 'file', text, files: each.files };
    });
}

/** Folders first, and what is hidden behind what is not. */
function rankOf({ name, isFolder }: Named): number {
  return (isFolder ? 0 : 2) + (name.startsWith('.') ? 1 : 0);
}

function directEndings(level: readonly Named[]): ReadonlyMap<string, number> {
  const endings = new Map<string, number>();
  for (const { name, isFolder } of level) {
    const ending = isFolder ? undefined : extensionOf(name);
    if (ending !== undefined) endings.set(ending, (endings.get(ending) ?? 0) + 1);
  }
  return endings;
}

/** The most frequent first. */
function endingGlobs(endings: ReadonlyMap<string, number>, start: string): readonly PathChoice[] {
  return [...endings]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, mostEndings)
    .map(([ending, files]) => ({ kind: 'glob', text: `${start}${ending}`, files }));
}

function added(all: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const [first = new Map<string, number>(), ...others] = all;
  const sums = new Map(first);
  for (const [ending, count] of others.flatMap((each) => [...each]))
    sums.set(ending, (sums.get(ending) ?? 0) + count);
  return sums;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** The name that a segment of a glob stands for; `undefined` where it holds a wildcard. */
function literalName(segment: string): string | undefined {
  const plain = segment.replace(/\[([*?[\]{},])\]/g, '');
  return literalOf(plain) === undefined || /[{}]/.test(plain)
    ? undefined
    : segment.replace(/\[([*?[\]{},])\]/g, '$1');
}

/** A name in which what means something in a glob means itself. */
function asGlob(name: string): string {
  return name.replace(/[*?[\]{},]/g, '[$&]');
}

function begins(name: string, typed: string): boolean {
  return name.toLowerCase().startsWith(typed.toLowerCase());
}
