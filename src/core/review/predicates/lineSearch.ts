import { compileTextSearch, type TextHit } from '../../match/textSearch';
import type { Pattern } from '../../text/pattern';

/** Looks for one of several patterns. */
export interface LineSearch {
  /** In a text as a whole, where a match may span lines. */
  inText(text: string): { readonly hits: readonly TextHit[]; readonly skippedLines: number };
  /** In each line for itself: its first match. */
  inLines(lines: Lines): { readonly hits: readonly LineHit[]; readonly skippedLines: number };
}

export interface Lines {
  readonly lines: readonly string[];
  /** The same, joined by `\n`. */
  readonly text: string;
}

export interface LineHit {
  /** Index of the line. */
  readonly line: number;
  /** UTF-16 offsets in the line; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** `skippedLines` counts lines that were too long to be searched and may hold a match. */
export function compileLineSearch(patterns: readonly Pattern[]): LineSearch {
  const search = compileTextSearch(patterns);
  const mayMatch = quickLook(patterns);
  const inText: LineSearch['inText'] = (text) =>
    mayMatch(text) ? search.find(text) : { hits: [], skippedLines: 0 };
  const spansLines = patterns.some((pattern) => pattern.spansLines);
  return {
    inText,
    inLines({ lines, text }) {
      // Put together, they would let a pattern match from one into the next.
      if (spansLines) return inEachLine(lines, inText);
      const { hits, skippedLines } = inText(text);
      return { hits: hits.length === 0 ? [] : firstOnLines(hits, lines), skippedLines };
    },
  };
}

/** Whether one of the literals stands in a text, without which no pattern matches; most texts hold none. */
function quickLook(patterns: readonly Pattern[]): (text: string) => boolean {
  const literals = patterns.flatMap((pattern) => pattern.literals);
  if (patterns.some((pattern) => pattern.literals.length === 0)) return () => true;
  const exact = literals.filter(({ ignoreCase }) => !ignoreCase).map(({ text }) => text);
  const folded = literals.filter(({ ignoreCase }) => ignoreCase).map(({ text }) => text);
  const standsIn = someOf(exact);
  return (text) => {
    if (standsIn(text)) return true;
    if (folded.length === 0) return false;
    // The long s counts as an s, and has no lower case but itself.
    const lower = text.toLowerCase().replaceAll('\u017f', 's');
    return folded.some((literal) => lower.includes(literal));
  };
}

/** Of many literals, one expression finds them sooner than a search for each. */
function someOf(literals: readonly string[]): (text: string) => boolean {
  if (literals.length <= 4) return (text) => literals.some((literal) => text.includes(literal));
  // leadlight-ignore patterns-run-in-linear-time: these are plain texts, and nothing in them repeats.
  const any = new RegExp(literals.map((literal) => literal.replace(/[^\w\s]/g, '\\$&')).join('|'));
  return (text) => any.test(text);
}

function inEachLine(lines: readonly string[], inText: LineSearch['inText']) {
  const hits: LineHit[] = [];
  let skippedLines = 0;
  for (const [line, text] of lines.entries()) {
    const found = inText(text);
    const [first] = found.hits;
    skippedLines += found.skippedLines;
    if (first !== undefined) hits.push({ line, start: first.start, end: first.end });
  }
  return { hits, skippedLines };
}

/** Hits in the lines joined by line ends, as hits in the lines. */
function firstOnLines(hits: readonly TextHit[], lines: readonly string[]): readonly LineHit[] {
  const found: LineHit[] = [];
  let line = 0;
  let lineStart = 0;
  for (const { start, end } of hits) {
    while (start > lineStart + lines[line]!.length) {
      lineStart += lines[line]!.length + 1;
      line++;
    }
    if (found.at(-1)?.line !== line) found.push({ line, start: start - lineStart, end: end - lineStart });
  }
  return found;
}
