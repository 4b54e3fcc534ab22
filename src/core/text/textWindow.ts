/** A piece of a text, made ready to be searched: every line end in it is `\n`. */
export interface TextWindow {
  readonly whole: string;
  readonly range: TextWindowRange;
  readonly text: string;
  /** Where a search begins in `text`: 1 where one character stands before it, for `^` and `\b` to look at. */
  readonly start: number;
  /** Without surrogates and without U+2028 and U+2029, on which dialects differ. */
  readonly plain: boolean;
  /** Where in `text` the `\n` of each `\r\n` stands, in order. */
  readonly pairs: readonly number[];
}

export interface TextWindowRange {
  /** Where the search begins; what stands before it counts for `^` and `\b`. UTF-16 offset. */
  readonly from: number;
  /** The end of a line, its line end left out, or the end of the text. UTF-16 offset. */
  readonly to: number;
  /** Known where many windows of the same text are opened. */
  readonly traits?: TextTraits;
}

/** What holds for a whole text, so that no window has to look. */
export interface TextTraits {
  readonly onlyNewlines: boolean;
  readonly plain: boolean;
}

export function traitsOf(whole: string): TextTraits {
  return { onlyNewlines: !whole.includes('\r'), plain: !unusual.test(whole) };
}

/**
 * Patterns see `\n` for `\n`, `\r\n` and a lone `\r`, so that a pattern matches the same lines of a file
 * however it was checked out.
 */
export function openWindow(whole: string, range: TextWindowRange): TextWindow {
  const { from, to, traits } = range;
  const base = from > 0 ? from - 1 : 0;
  const piece = whole.slice(base, to);
  const unified = traits?.onlyNewlines || !piece.includes('\r');
  return {
    whole,
    range,
    text: unified ? piece : piece.replace(/\r\n?/g, '\n'),
    start: from - base,
    plain: traits?.plain || !unusual.test(piece),
    pairs: unified ? [] : pairsIn(piece),
  };
}

/** The offset in the whole text of an offset in the window's. */
export function toWhole({ range, start, pairs }: TextWindow, offset: number): number {
  return range.from - start + offset + (pairs.length === 0 ? 0 : countBelow(pairs, offset));
}

const unusual = /[\u2028\u2029\ud800-\udfff]/;

function pairsIn(piece: string): number[] {
  const pairs: number[] = [];
  for (let at = piece.indexOf('\r\n'); at !== -1; at = piece.indexOf('\r\n', at + 2))
    pairs.push(at - pairs.length);
  return pairs;
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
