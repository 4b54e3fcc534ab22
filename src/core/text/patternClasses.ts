import type { CharRange } from './patternSyntax';

export const maxCodePoint = 0x10ffff;

const digit: readonly CharRange[] = [[0x30, 0x39]];
const upper: readonly CharRange[] = [[0x41, 0x5a]];
const lower: readonly CharRange[] = [[0x61, 0x7a]];
const word: readonly CharRange[] = [...digit, ...upper, [0x5f, 0x5f], ...lower];

/** `\d` and its kin, ASCII only as in RE2; the letter in upper case is the complement. */
export const perlClasses: Readonly<Record<string, readonly CharRange[]>> = {
  d: digit,
  s: [
    [0x09, 0x0a],
    [0x0c, 0x0d],
    [0x20, 0x20],
  ],
  w: word,
};

/** The names that may stand in `[[:name:]]`; `[[:^name:]]` is the complement. */
export const posixClasses: Readonly<Record<string, readonly CharRange[]>> = {
  alnum: [...digit, ...upper, ...lower],
  alpha: [...upper, ...lower],
  ascii: [[0x00, 0x7f]],
  blank: [
    [0x09, 0x09],
    [0x20, 0x20],
  ],
  cntrl: [
    [0x00, 0x1f],
    [0x7f, 0x7f],
  ],
  digit,
  graph: [[0x21, 0x7e]],
  lower,
  print: [[0x20, 0x7e]],
  punct: [
    [0x21, 0x2f],
    [0x3a, 0x40],
    [0x5b, 0x60],
    [0x7b, 0x7e],
  ],
  space: [
    [0x09, 0x0d],
    [0x20, 0x20],
  ],
  upper,
  word,
  xdigit: [...digit, [0x41, 0x46], [0x61, 0x66]],
};

/** Sorted, without overlap or neighbours. */
export function joinRanges(ranges: readonly CharRange[]): CharRange[] {
  const joined: [number, number][] = [];
  for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const previous = joined.at(-1);
    if (previous !== undefined && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else joined.push([first, last]);
  }
  return joined;
}

/** Every other code point. `ranges` are as `joinRanges` leaves them. */
export function complementOf(ranges: readonly CharRange[]): CharRange[] {
  const gaps: CharRange[] = [];
  let next = 0;
  for (const [first, last] of ranges) {
    if (first > next) gaps.push([next, first - 1]);
    next = last + 1;
  }
  if (next <= maxCodePoint) gaps.push([next, maxCodePoint]);
  return gaps;
}

/** The ranges with both cases of their letters; `undefined` where characters beyond ASCII are concerned. */
export function foldRanges(ranges: readonly CharRange[]): CharRange[] | undefined {
  const folded: CharRange[] = [...ranges];
  for (const [first, last] of ranges) {
    if (last > 0x7f) return undefined;
    for (let code = first; code <= last; code++) {
      for (const other of otherCases(code)) folded.push([other, other]);
    }
  }
  return folded;
}

/** The characters that an ASCII character equals by Unicode's simple case folding, itself left out. */
export function otherCases(code: number): readonly number[] {
  if (code >= 0x41 && code <= 0x5a) return [code + 0x20, ...(unusualCases.get(code + 0x20) ?? [])];
  if (code >= 0x61 && code <= 0x7a) return [code - 0x20, ...(unusualCases.get(code) ?? [])];
  return [];
}

/** The Kelvin sign folds to `k`, the long s to `s`. */
const unusualCases: ReadonlyMap<number, readonly number[]> = new Map([
  [0x6b, [0x212a]],
  [0x73, [0x17f]],
]);
