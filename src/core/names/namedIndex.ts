import { isOfCode } from '../comments/languages';
import type { Guidance } from '../guidance/guidance';
import type { Decision, Entry, Philosophy } from '../guidance/model';
import { isSource } from '../guidance/formats';
import { type ScopeQuery, speaks, visibleAt } from '../match/scope';
import { admits, everyFile } from '../match/selector';
import type { PathFinder } from './pathFinder';
import type { ProseNames } from './proseNames';

/** What a text that is no selector makes an entry be about in one file; rare names first. */
export interface Named {
  readonly symbols: readonly NamedSymbol[];
  /** Entries whose text names the file. */
  readonly files: readonly NamedFile[];
}

export interface NamedSymbol {
  readonly symbol: string;
  readonly entry: NamingEntry;
}

export interface NamedFile {
  readonly entry: NamingEntry;
  /** As it is written there. */
  readonly path: string;
}

/** A section of another tool's file, or a decision. */
export type NamingEntry = Philosophy | Decision;

/** Where the texts of guidance lead by the names in them. */
export interface NamedIndex {
  at(query: ScopeQuery): Named;
}

export interface NamedIndexInput {
  readonly guidance: Guidance;
  /** Those of its entries whose names lead to them. */
  readonly naming: readonly (Omit<NamingText, 'text'> & { readonly names: ProseNames })[];
  /** In how many files of code a symbol is; `undefined` where that was not counted. */
  filesWith(symbol: string): number | undefined;
  /** How many files of code there are. */
  readonly files: number;
  readonly finder: PathFinder;
}

/**
 * More than so many files are about something else, and so is more than one file in so many: the places that were read
 * for it are in `media/truth.md`.
 */
const mostFiles = 10;
const oneFileIn = 30;
/** As many sections are shown for one symbol. */
const mostEntries = 3;

/** In how many files a name may be, at most, to lead to the text that has it. */
export function fewFiles(files: number): number {
  return Math.max(1, Math.min(mostFiles, Math.floor(files / oneFileIn)));
}

interface Naming {
  readonly entry: NamingEntry;
  readonly folderPath: string;
  readonly names: number;
  readonly symbols: ReadonlyMap<string, number>;
  /** What its text names, by the file. */
  readonly paths: ReadonlyMap<string, string>;
}

export const namesNothing: NamedIndex = { at: () => ({ symbols: [], files: [] }) };

/** Leaves out what occurs too often to be what a text is about. */
export function createNamedIndex({
  guidance,
  naming,
  filesWith,
  files,
  finder,
}: NamedIndexInput): NamedIndex {
  const few = fewFiles(files);
  const all = naming.flatMap(({ entry, names, folderPath }): readonly Naming[] => {
    const symbols = new Map(
      names.symbols.flatMap((symbol) => {
        const count = finder.isFileName(symbol) ? 0 : (filesWith(symbol) ?? 0);
        return count > 0 && count <= few ? [[symbol, count] as const] : [];
      }),
    );
    const paths = new Map(
      names.paths.flatMap((path) => finder.find(path, folderPath, few).map((file) => [file, path] as const)),
    );
    const isEmpty = symbols.size === 0 && paths.size === 0;
    return isEmpty ? [] : [{ entry, folderPath, names: names.symbols.length, symbols, paths }];
  });
  // Nearest first, and then what has little else to say.
  all.sort((a, b) => b.folderPath.length - a.folderPath.length || a.names - b.names);
  return {
    at(query) {
      const { path } = query;
      if (path === undefined || isSource(path)) return { symbols: [], files: [] };
      const isVisible = visibleAt(guidance, path);
      const here = all.filter(({ entry, folderPath }) => {
        const { applies = everyFile } = entry;
        return (
          path.startsWith(folderPath) &&
          admits(applies, path.slice(folderPath.length)) &&
          speaks(applies.languages, query) &&
          isVisible(entry, folderPath)
        );
      });
      return {
        symbols: isOfCode(query.languageId) ? symbolsOf(here) : [],
        files: here.flatMap(({ entry, paths }) => {
          const written = paths.get(path);
          return written === undefined ? [] : [{ entry, path: written }];
        }),
      };
    },
  };
}

function symbolsOf(here: readonly Naming[]): readonly NamedSymbol[] {
  const taken = new Map<string, number>();
  const found: { symbol: string; entry: NamingEntry; files: number }[] = [];
  for (const { entry, symbols } of here) {
    for (const [symbol, files] of symbols) {
      const before = taken.get(symbol) ?? 0;
      taken.set(symbol, before + 1);
      if (before < mostEntries) found.push({ symbol, entry, files });
    }
  }
  return found.sort((a, b) => a.files - b.files);
}

/** An entry and the text that may name what it is about. */
export interface NamingText {
  readonly entry: NamingEntry;
  /** Path of its folder in the workspace folder: empty, or ending in `/`. */
  readonly folderPath: string;
  readonly text: string;
}

/** Those that hold: an entry that a locator leads to needs no other way. */
export function namingTexts({ folders, decisions }: Guidance): readonly NamingText[] {
  return folders.flatMap(({ entries, path }) =>
    entries.flatMap((entry) => {
      const text = textOf(entry);
      if (text === undefined || (entry.kind === 'decision' && !decisions.holds(entry))) return [];
      return [{ entry: entry as NamingEntry, folderPath: path, text }];
    }),
  );
}

/** Of a decision what was decided: its other parts name what was left, too. */
function textOf(entry: Entry): string | undefined {
  if (entry.kind === 'decision')
    return entry.applies?.locates === true ? undefined : `${entry.title}\n\n${entry.decision ?? ''}`;
  if (entry.kind !== 'philosophy' || entry.readBy === undefined || entry.applies?.locates === true)
    return undefined;
  return entry.text;
}
