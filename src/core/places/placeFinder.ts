import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageIdOf } from '../comments/languages';
import { kindAt, type Region } from '../comments/regions';
import { scanRegions } from '../comments/scanRegions';
import type { Compilers } from '../match/compilers';
import { excusedLines } from '../match/excuses';
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
      if (!text.includes('leadlight-ignore')) return false;
      isExcused ??= excusedLines(TextDocument.create(path, languageId, 0, text), searched.regions);
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
  const symbols = compileSymbols(selector.symbols);
  const needed = [
    ...patterns.map(({ literals }) => literals),
    ...[...selector.imports, ...selector.symbols].map(wordIn),
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
      if (selector.symbols.length > 0) spans.push(...symbols.find(text, searched.regions));
      return spans.filter(({ start }) => !searched.isExcused(id, start));
    },
  };
}

/** The longest word of a module's or symbol's name, which stands wherever that is named. */
function wordIn(name: string): readonly Literal[] {
  // What is relative is compared with where an import leads, which `..` does without a word.
  if (name.startsWith('./')) return [];
  const words = name.split('*').flatMap((piece) => piece.match(/\w+/g) ?? []);
  const isWhole = (word: string) => word.length >= 3;
  const longest = words.filter(isWhole).toSorted((a, b) => b.length - a.length)[0];
  return longest === undefined ? [] : [{ text: longest, ignoreCase: false }];
}
