import { compileGlob, isGlobError } from '../text/globs';
import { extensionOf } from '../text/pathPattern';
import { counted } from '../text/counted';

/** A path or a glob to write, and the files of the workspace that it names. */
export interface PathChoice {
  readonly kind: 'file' | 'folder' | 'glob';
  /** All of it, from its beginning. */
  readonly text: string;
  readonly files: number;
}

export interface PathQuery {
  /** Sorted by UTF-16 units. */
  readonly files: readonly string[];
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
 * that are there. Folders say how many files are in them. A level costs its own names, and globs the files below it.
 */
export function completePaths({ files, folder, written, withGlobs }: PathQuery): readonly PathChoice[] {
  const slash = written.lastIndexOf('/') + 1;
  const [before, name] = [written.slice(0, slash), written.slice(slash)];
  const inside = before.replace(/^(?:\.\/)+/, '');
  const literal = withGlobs ? inside.replace(/\[([*?[\]{},])\]/g, (_, sign: string) => sign) : inside;
  if (inside.startsWith('/') || inside.split('/').includes('..')) return [];
  if (withGlobs && /[*?[\]]/.test(inside.replace(/\[[*?[\]{},]\]/g, '')))
    return behindWildcard(inFolder(files, folder), before, inside);
  const start = `${folder}${literal}`;
  const here = level(files, start);
  const wanted = here.filter((each) => here.length <= most || begins(each.name, name));
  const choices = wanted
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .slice(0, most)
    .map((found): PathChoice => {
      const text = `${before}${withGlobs ? asGlob(found.name) : found.name}`;
      return found.isFolder
        ? { kind: 'folder', text: `${text}/`, files: found.count }
        : { kind: 'file', text, files: 1 };
    });
  return withGlobs ? [...choices, ...globsIn(files, start, before)] : choices;
}

/** How many files a choice stands for, in words. */
export function choiceDetail({ kind, files }: PathChoice): string {
  return kind === 'file' ? '' : counted(files, 'file');
}

interface Named {
  readonly name: string;
  readonly isFolder: boolean;
  readonly count: number;
}

/** The names directly inside a folder; what is below them is jumped over. */
function level(files: readonly string[], start: string): readonly Named[] {
  const found: Named[] = [];
  const end = firstAt(files, after(start));
  for (let at = firstAt(files, start); at < end;) {
    const rest = files[at]!.slice(start.length);
    const slash = rest.indexOf('/');
    if (slash === -1) {
      found.push({ name: rest, isFolder: false, count: 1 });
      at++;
      continue;
    }
    const name = rest.slice(0, slash);
    const next = firstAt(files, after(`${start}${name}/`));
    found.push({ name, isFolder: true, count: next - at });
    at = next;
  }
  return found;
}

/** Folders first, and what is hidden behind what is not. */
function rankOf({ name, isFolder }: Named): number {
  return (isFolder ? 0 : 2) + (name.startsWith('.') ? 1 : 0);
}

/** Globs by the endings of the files in a folder, the most frequent first; those directly in it, and those below. */
function globsIn(files: readonly string[], start: string, before: string): readonly PathChoice[] {
  const [below, direct] = [new Map<string, number>(), new Map<string, number>()];
  const end = firstAt(files, after(start));
  const from = firstAt(files, start);
  for (let at = from; at < end; at++) {
    const path = files[at]!;
    const ending = extensionOf(path);
    if (ending === undefined) continue;
    below.set(ending, (below.get(ending) ?? 0) + 1);
    if (!path.includes('/', start.length)) direct.set(ending, (direct.get(ending) ?? 0) + 1);
  }
  const globs = (counts: ReadonlyMap<string, number>, stars: string) =>
    mostFrequent(counts).map(([ending, count]): PathChoice => {
      return { kind: 'glob', text: `${before}${stars}${ending}`, files: count };
    });
  return [
    ...(end > from ? [{ kind: 'glob', text: `${before}**`, files: end - from } as const] : []),
    ...globs(below, '**/*'),
    ...globs(direct, '*'),
  ];
}

/** Behind a folder that is a wildcard itself: the names and the kinds of files in all folders that it admits. */
function behindWildcard(files: readonly string[], before: string, clean: string): readonly PathChoice[] {
  const glob = compileGlob(`${clean}**`);
  if (isGlobError(glob)) return [];
  const depth = /(?:^|\/)\*\*\//.test(clean) ? undefined : clean.split('/').length - 1;
  const [names, endings] = [new Map<string, number>(), new Map<string, number>()];
  for (const path of files) {
    if (!glob.matches(path)) continue;
    const ending = extensionOf(path);
    if (ending !== undefined) endings.set(ending, (endings.get(ending) ?? 0) + 1);
    const parts = depth === undefined ? [] : path.split('/');
    const name = parts[depth ?? 0];
    if (name === undefined) continue;
    const key = parts.length > depth! + 1 ? `${name}/` : name;
    names.set(key, (names.get(key) ?? 0) + 1);
  }
  const stars = depth === undefined ? '*' : '**/*';
  return [
    ...mostFrequent(names, most).map(([name, count]): PathChoice => {
      return { kind: name.endsWith('/') ? 'folder' : 'glob', text: `${before}${name}`, files: count };
    }),
    ...mostFrequent(endings).map(([ending, count]): PathChoice => {
      return { kind: 'glob', text: `${before}${stars}${ending}`, files: count };
    }),
  ];
}

function inFolder(files: readonly string[], folder: string): readonly string[] {
  if (folder === '') return files;
  return files
    .slice(firstAt(files, folder), firstAt(files, after(folder)))
    .map((path) => path.slice(folder.length));
}

function mostFrequent(counts: ReadonlyMap<string, number>, limit = mostEndings): [string, number][] {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, limit);
}

/** A name in which what means something in a glob means itself. */
function asGlob(name: string): string {
  return name.replace(/[*?[\]{},]/g, '[$&]');
}

function begins(name: string, typed: string): boolean {
  return name.toLowerCase().startsWith(typed.toLowerCase());
}

/** Where the first text stands that is not less. */
function firstAt(files: readonly string[], text: string): number {
  let [low, high] = [0, files.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (files[middle]! < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The least text behind all that begin with a folder; nothing is behind all files. */
function after(folder: string): string {
  return folder === '' ? '\uffff\uffff' : `${folder.slice(0, -1)}0`;
}
