import { type ChangedSpan, changedSpan } from '../comments/changedSpan';
import type { Pattern } from '../text/pattern';
import { compileTextSearch, type TextHit, type TextHits, type TextSearchOptions } from './textSearch';

/** The hits of one text from version to version. */
export interface FollowedTextSearch {
  /** Takes another version of the text, and answers what a search of all of it finds. */
  find(text: string, options?: Pick<TextSearchOptions, 'deadline' | 'now'>): TextHits;
}

/**
 * Compiles patterns into searches that follow a text each. After an edit, patterns that stay in their line run on the
 * lines around it. The others run anew, as which of their matches count depends on those before, however far.
 */
export function compileFollowedSearch(patterns: readonly Pattern[]): () => FollowedTextSearch {
  const within = searchOf(patterns, ({ spansLines }) => !spansLines);
  const across = searchOf(patterns, ({ spansLines }) => spansLines);
  return () => {
    let known: Known | undefined;
    return {
      find(text, options = {}) {
        const found =
          known === undefined
            ? within(text, options)
            : foundAgain(text, known, (window) => within(text, { ...options, ...window }));
        // Of what was not searched nobody knows where it went.
        known = found.complete && found.skippedLines === 0 ? { text, found } : undefined;
        return joined(found, across(text, options));
      },
    };
  };
}

/** A version of the text, and all that was found in it. */
interface Known {
  readonly text: string;
  readonly found: TextHits;
}

/** What is found in a window of the text, and what was known outside of it. */
function foundAgain(
  text: string,
  known: Known,
  search: (window: Pick<TextSearchOptions, 'from' | 'to'>) => TextHits,
): TextHits {
  const span = changedSpan(known.text, text);
  if (span.before === span.start && span.after === span.start) return known.found;
  const window = linesAround(text, span);
  const anew = search(window);
  const by = span.after - span.before;
  const hits = [
    ...known.found.hits.filter(({ start }) => start < window.from),
    ...anew.hits,
    ...known.found.hits.flatMap((hit) => (hit.start + by > window.to ? [moved(hit, by)] : [])),
  ];
  return { ...anew, hits, slow: anew.slow.length > 0 ? anew.slow : known.found.slow };
}

/** A search of some of the patterns that calls them by their places among all. */
function searchOf(patterns: readonly Pattern[], isWanted: (pattern: Pattern) => boolean) {
  const places = patterns.flatMap((pattern, place) => (isWanted(pattern) ? [place] : []));
  const search = compileTextSearch(places.map((place) => patterns[place]!));
  const placed = <T extends { readonly pattern: number }>(list: readonly T[]): readonly T[] =>
    list.map((each) => ({ ...each, pattern: places[each.pattern]! }));
  return (text: string, options: TextSearchOptions): TextHits => {
    if (places.length === 0) return nothing;
    const found = search.find(text, options);
    return { ...found, hits: placed(found.hits), slow: placed(found.slow) };
  };
}

const nothing: TextHits = { hits: [], complete: true, skippedLines: 0, slow: [] };

/** The changed lines, and one before and behind, since an edit may join lines, or make one the first or the last. */
function linesAround(
  text: string,
  { start, after }: ChangedSpan,
): { readonly from: number; readonly to: number } {
  const before = text.lastIndexOf('\n', start - 1);
  const from = before <= 0 || start === 0 ? 0 : text.lastIndexOf('\n', before - 1) + 1;
  const line = text.indexOf('\n', after);
  const to = line === -1 ? -1 : text.indexOf('\n', line + 1);
  return { from, to: to === -1 ? text.length : to };
}

function moved({ pattern, start, end }: TextHit, by: number): TextHit {
  return { pattern, start: start + by, end: end + by };
}

function joined(a: TextHits, b: TextHits): TextHits {
  if (a === nothing || b === nothing) return a === nothing ? b : a;
  return {
    hits: [...a.hits, ...b.hits].sort(
      (one, other) => one.start - other.start || one.end - other.end || one.pattern - other.pattern,
    ),
    complete: a.complete && b.complete,
    skippedLines: Math.max(a.skippedLines, b.skippedLines),
    slow: [...a.slow, ...b.slow].sort((one, other) => other.milliseconds - one.milliseconds),
  };
}
