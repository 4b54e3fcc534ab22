import type { Region } from '../comments/regions';
import { isLineEnd, isSpace } from '../comments/characters';

/** A text with its comments and strings marked. */
export interface MarkedText {
  readonly text: string;
  /** Sorted, without overlap. */
  readonly regions: readonly Region[];
}

/** One piece of code. Comments and white space lie between the tokens. */
export interface Token {
  /** `end` stands for both ends of the text. A string is one token, a mark is one character or `::`. */
  readonly kind: 'word' | 'string' | 'mark' | 'end';
  /** As it stands in the source. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether a line ends between this token and the offset that it was looked for from. */
  readonly acrossLines: boolean;
}

/** The first token that starts at `offset` or behind it. An offset inside a string or comment is taken as its end. */
export function tokenAfter({ text, regions }: MarkedText, offset: number): Token {
  let at = offset;
  let acrossLines = false;
  for (let index = regionsBefore(regions, offset); at < text.length;) {
    const region = regions[index];
    if (region !== undefined && region.start <= at) {
      if (region.kind === 'string' && region.start === at) {
        return { kind: 'string', text: text.slice(at, region.end), start: at, end: region.end, acrossLines };
      }
      if (region.kind === 'comment' && text.slice(at, region.end).includes('\n')) acrossLines = true;
      at = region.end;
      index++;
      continue;
    }
    const unit = text.charCodeAt(at);
    if (!isSpace(unit)) return tokenOfCode(text, { at, acrossLines, end: region?.start ?? text.length });
    if (isLineEnd(unit)) acrossLines = true;
    at++;
  }
  return { kind: 'end', text: '', start: text.length, end: text.length, acrossLines };
}

/** The last token that ends at `offset` or before it; a string or comment that holds `offset` is cut there. */
export function tokenBefore({ text, regions }: MarkedText, offset: number): Token {
  let at = offset;
  let acrossLines = false;
  let index = regionsBefore(regions, offset);
  if ((regions[index]?.start ?? offset) >= offset) index--;
  while (at > 0) {
    const region = regions[index];
    if (region !== undefined && region.end >= at) {
      if (region.kind === 'string') {
        return {
          kind: 'string',
          text: text.slice(region.start, at),
          start: region.start,
          end: at,
          acrossLines,
        };
      }
      if (text.slice(region.start, at).includes('\n')) acrossLines = true;
      at = region.start;
      index--;
      continue;
    }
    const unit = text.charCodeAt(at - 1);
    if (!isSpace(unit)) return tokenOfCodeBefore(text, { at, acrossLines, start: region?.end ?? 0 });
    if (isLineEnd(unit)) acrossLines = true;
    at--;
  }
  return { kind: 'end', text: '', start: 0, end: 0, acrossLines };
}

/** Whether a UTF-16 unit is part of a word: letters, digits, `_`, `$` and, roughly, all that is not ASCII. */
export function isWordUnit(unit: number): boolean {
  if (unit >= 128) return !isSpace(unit);
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 48 && unit <= 57) ||
    unit === 95 ||
    unit === 36
  );
}

function tokenOfCode(text: string, from: { at: number; acrossLines: boolean; end: number }): Token {
  const { at, acrossLines } = from;
  let end = at;
  while (end < from.end && isWordUnit(text.charCodeAt(end))) end++;
  if (end > at) return { kind: 'word', text: text.slice(at, end), start: at, end, acrossLines };
  end = text.startsWith('::', at) ? at + 2 : at + 1;
  return { kind: 'mark', text: text.slice(at, end), start: at, end, acrossLines };
}

function tokenOfCodeBefore(text: string, from: { at: number; acrossLines: boolean; start: number }): Token {
  const { at, acrossLines } = from;
  let start = at;
  while (start > from.start && isWordUnit(text.charCodeAt(start - 1))) start--;
  if (start < at) return { kind: 'word', text: text.slice(start, at), start, end: at, acrossLines };
  start = text.endsWith('::', at) ? at - 2 : at - 1;
  return { kind: 'mark', text: text.slice(start, at), start, end: at, acrossLines };
}

/** How many regions end at `offset` or before it. */
function regionsBefore(regions: readonly Region[], offset: number): number {
  let low = 0;
  let high = regions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (regions[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
