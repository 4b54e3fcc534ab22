import type { Pattern } from '../text/pattern';
import { compileLiterals } from './literalIndex';
import type { PatternTime } from './patternTimes';
import { type LiteralPlace, TextSearchRun } from './textSearchRun';

/** Searches one text for many patterns. */
export interface TextSearch {
  find(text: string, options?: TextSearchOptions): TextHits;
}

export interface TextSearchOptions {
  /** With `to`: only what overlaps the lines that the range touches. UTF-16 offsets; the whole text by default. */
  readonly from?: number;
  readonly to?: number;
  /** Asked now and then; once it says true, the search ends with what it has. */
  readonly deadline?: (() => boolean) | undefined;
  /** A clock in milliseconds, to tell which patterns take long. */
  readonly now?: (() => number) | undefined;
}

export interface TextHits {
  /** By where they begin, then by where they end. */
  readonly hits: readonly TextHit[];
  /** False where the deadline ended the search. */
  readonly complete: boolean;
  /** How many lines were too long to be searched. */
  readonly skippedLines: number;
  /** Of a search that took long: its slowest patterns, the slowest first, by what they took in most of it. */
  readonly slow: readonly PatternTime[];
}

export interface TextHit {
  /** Index of the pattern. */
  readonly pattern: number;
  /** UTF-16 offsets; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * One pass over the text looks for the literals of all patterns; then each pattern runs only on the lines where
 * it can match. A pattern without a literal runs over everything. What each pattern finds is what it finds alone
 * in the whole text, as long as none of its matches there is over `maxMatchLines` lines or `maxLineLength` long.
 */
export function compileTextSearch(patterns: readonly Pattern[]): TextSearch {
  const places = placesOf(patterns);
  const index = compileLiterals(places.map(({ literal }) => literal));
  const bare = patterns.flatMap(({ literals }, pattern) => (literals.length === 0 ? [pattern] : []));
  const spanning = bare.filter((pattern) => patterns[pattern]!.spansLines);
  const inLine = bare.filter((pattern) => !patterns[pattern]!.spansLines);
  return {
    find(text, { from = 0, to = text.length, deadline, now } = {}) {
      const run = new TextSearchRun(patterns, { text, from, to, deadline, now });
      if (places.length > 0) run.searchPlaces(index, places);
      if (inLine.length > 0) run.searchLines(inLine);
      for (const pattern of spanning) run.searchAll(pattern);
      return run.result();
    },
  };
}

function placesOf(patterns: readonly Pattern[]): LiteralPlace[] {
  const places = new Map<string, LiteralPlace & { readonly patterns: number[] }>();
  for (const [pattern, { literals }] of patterns.entries()) {
    for (const literal of literals) {
      const key = `${literal.ignoreCase ? 'i' : ''}:${literal.text}`;
      const place = places.get(key);
      if (place === undefined) places.set(key, { literal, patterns: [pattern] });
      else place.patterns.push(pattern);
    }
  }
  return [...places.values()];
}
