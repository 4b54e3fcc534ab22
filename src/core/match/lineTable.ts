/** Where the lines of a part of a text begin and end. */
export interface LineTable {
  readonly count: number;
  /** By line, counted from the first of the part. UTF-16 offsets. */
  readonly starts: Int32Array;
  /** The line end left out. */
  readonly ends: Int32Array;
  /** The line that `offset` stands on; the nearest one where it lies outside of the part. */
  lineAt(offset: number): number;
}

/** Both ends inclusive. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** The lines that `[from, to]` touches, and `around` lines before and behind. They end with \n, \r\n or \r. */
export function linesOf(
  text: string,
  range: { readonly from: number; readonly to: number },
  around: number,
): LineTable {
  let at = lineStart(text, range.from);
  for (let line = 0; line < around && at > 0; line++) at = lineStart(text, at - 1);
  const starts: number[] = [at];
  const ends: number[] = [];
  const lineEnd = /\r\n?|\n/g;
  lineEnd.lastIndex = at;
  let left = around;
  for (let match = lineEnd.exec(text); match !== null; match = lineEnd.exec(text)) {
    ends.push(match.index);
    at = lineEnd.lastIndex;
    if (at > range.to && left-- === 0) break;
    starts.push(at);
  }
  if (ends.length < starts.length) ends.push(text.length);
  return tableOf(Int32Array.from(starts), Int32Array.from(ends));
}

function tableOf(starts: Int32Array, ends: Int32Array): LineTable {
  return {
    count: starts.length,
    starts,
    ends,
    lineAt(offset) {
      let low = 1;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (starts[middle]! <= offset) low = middle + 1;
        else high = middle;
      }
      return low - 1;
    },
  };
}

function lineStart(text: string, offset: number): number {
  let at = isPair(text, offset - 1) ? offset - 1 : offset;
  while (at > 0 && !isLineEnd(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Whether \r\n stands there, between which no line begins. */
function isPair(text: string, offset: number): boolean {
  return text.charCodeAt(offset) === 13 && text.charCodeAt(offset + 1) === 10;
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}
