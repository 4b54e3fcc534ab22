import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageIdOf } from '../comments/languages';
import { kindAt, type Region } from '../comments/regions';
import { scanRegions } from '../comments/scanRegions';
import type { Compilers } from '../match/compilers';
import { excusedLines } from '../match/excuses';
import { continuationEnd } from '../match/identifiers';
import { compileImportPatterns } from '../match/importPatterns';
import { findImports } from '../match/imports';
import { compileSymbols } from '../match/symbols';
import { compileTextSearch } from '../match/textSearch';
import type { Span } from '../text/pattern';
import type { Literal } from '../text/requiredLiterals';
import type { CountedSelector } from './countedSelector';

/** Finds the places of one entry in texts. */
export interface PlaceFinder {
  /** Of which at least one stands in every text with a place; `undefined` where nothing can be proven. */
  readonly literals: readonly Literal[] | undefined;
  /** The places, in no order. */
  find(text: SearchedText): readonly Span[];
}

/** A text with what several finders want to know of it, made when the first of them asks. */
export interface SearchedText {
  readonly text: string;
  /** Relative to the workspace folder. */
  readonly path: string;
  readonly languageId: string;
  readonly regions: readonly Region[];
  isExcused(id: string, offset: number): boolean;
}

export function searchedText(text: string, path: string): SearchedText {
  const languageId = languageIdOf(path, text);
  let regions: readonly Region[] | undefined;
  let isExcused: SearchedText['isExcused'] | undefined;
  const searched: SearchedText = {
    text,
    path,
    languageId,
    get regions() {
      return (regions ??= scanRegions(text, languageId));
    },
    isExcused(id, offset) {
      isExcused ??= text.includes('leadlight-ignore')
        ? excusedLines(TextDocument.create(path, languageId, 0, text), searched.regions)
        : () => false;
      return isExcused(id, offset);
    },
  };
  return searched;
}

/** Patterns that cannot be read find nothing: their author is told where they are written. */
export function compilePlaceFinder(selector: CountedSelector, compilers: Compilers): PlaceFinder {
  const { id, folderPath, in: wanted } = selector;
  const patterns = selector.text.flatMap((source) => {
    const pattern = compilers.pattern(source);
    return 'matches' in pattern ? [pattern] : [];
  });
  const texts = compileTextSearch(patterns);
  const imports = compileImportPatterns(selector.imports);
  const names = selector.symbols.filter(isName);
  const chains = selector.symbols.filter((symbol) => !isName(symbol));
  const symbols = compileSymbols(chains);
  const needed = [
    ...patterns.map(({ literals }) => literals),
    ...selector.imports.map(moduleIn),
    ...selector.symbols.map(wordIn),
  ];
  return {
    literals: needed.some((literals) => literals.length === 0) ? undefined : needed.flat(),
    find(searched) {
      const { text, path, languageId } = searched;
      const spans: Span[] = [];
      if (patterns.length > 0)
        for (const hit of texts.find(text).hits)
          if (wanted === 'any' || kindAt(searched.regions, hit.start) === wanted) spans.push(hit);
      if (selector.imports.length > 0) {
        const sites = findImports(text, searched.regions, languageId);
        spans.push(...imports.find(sites, path.slice(folderPath.length)));
      }
      for (const name of names) spans.push(...namesIn(searched, name));
      if (chains.length > 0) spans.push(...symbols.find(text, searched.regions));
      return spans.filter(({ start }) => !searched.isExcused(id, start));
    },
  };
}

/** A symbol that is one identifier of ASCII. */
function isName(symbol: string): boolean {
  return /^[a-z_]\w*$/i.test(symbol);
}

/** The same places as those of `compileSymbols`, without a look at every other identifier. */
function* namesIn(searched: SearchedText, name: string): Iterable<Span> {
  const { text } = searched;
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
    const end = start + name.length;
    const isWhole = endsAt(searched, start) && endsAt(searched, end);
    if (isWhole && kindAt(searched.regions, start) === 'code') yield { start, end };
  }
}

/** Whether no identifier goes on over an offset: where a comment or a string meets code, none does. */
function endsAt(searched: SearchedText, offset: number): boolean {
  const { text } = searched;
  if (offset === 0 || offset === text.length) return true;
  const before = offset - (/[\udc00-\udfff]/.test(text[offset - 1]!) ? 2 : 1);
  if (continuationEnd(text, before) <= before || continuationEnd(text, offset) <= offset) return true;
  return kindAt(searched.regions, offset - 1) !== kindAt(searched.regions, offset);
}

/** What stands wherever a module is imported. */
function moduleIn(name: string): readonly Literal[] {
  // What is relative is compared with where an import leads, which `..` does without a word.
  if (name.startsWith('./')) return [];
  // A path is written as one; a name with dots may be split, as in `from a import b`.
  return name.includes('/') ? longest(name.split('*')) : wordIn(name);
}

/** The longest word of a name, which stands wherever that is named. */
function wordIn(name: string): readonly Literal[] {
  return longest(name.split('*').flatMap((piece) => piece.match(/\w+/g) ?? []));
}

function longest(texts: readonly string[]): readonly Literal[] {
  const [text] = texts.filter(({ length }) => length >= 3).toSorted((a, b) => b.length - a.length);
  return text === undefined ? [] : [{ text, ignoreCase: false }];
}
