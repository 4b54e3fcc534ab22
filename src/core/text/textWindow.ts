/** A piece of a text, made ready to be searched: every line end in it is `\n`. */
export interface TextWindow {
  readonly whole: string;
  readonly range: TextWindowRange;
  readonly text: string;
  /** Where a search begins in `text`: 1 where one character stands before it, for `^` and `\b` to look at. */
  readonly start: number;
  /** Without surrogates and without U+2028 and U+2029, on which dialects differ. */
  readonly plain: boolean;
  /** The offset in `whole` of an offset in `text`. */
  readonly toWhole: (offset: number) => number;
}

export interface TextWindowRange {
  /** Where the search begins; what stands before it counts for `^` and `\b`. UTF-16 offset. */
  readonly from: number;
  /** The end of a line, its line end left out, or the end of the text. UTF-16 offset. */
  readonly to: number;
}

/**
 * Patterns see `\n` for `\n`, `\r\n` and a lone `\r`, so that a pattern matches the same lines of a file
 * however it was checked out.
 */
export function openWindow(whole: string, range: TextWindowRange): TextWindow {
  const base = range.from > 0 ? range.from - 1 : 0;
  const piece = whole.slice(base, range.to);
  const unified = piece.includes('\r');
  const text = unified ? piece.replace(/\r\n?/g, '\n') : piece;
  const pairs = unified ? pairedLineEnds(piece) : [];
  return {
    whole,
    range,
    text,
    start: range.from - base,
    plain: !unusual.test(text),
    toWhole:
      pairs.length === 0 ? (offset) => base + offset : (offset) => base + offset + countBelow(pairs, offset),
  };
}

const unusual = /[\u2028\u2029\ud800-\udfff]/;

/** Where in the unified text the `\n` of each `\r\n` stands, in order. */
function pairedLineEnds(piece: string): number[] {
  const places: number[] = [];
  for (let at = piece.indexOf('\r\n'); at !== -1; at = piece.indexOf('\r\n', at + 2))
    places.push(at - places.length);
  return places;
}

function countBelow(places: readonly number[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
