import { isLineEnd, lineAfter, lineEndFrom } from '../comments/characters';
import type { Region } from '../comments/regions';

/** A piece of a text; UTF-16 offsets, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface BodyPlace {
  readonly text: string;
  readonly regions: readonly Region[];
  /** Of the comment that the tag stands in. */
  readonly index: number;
  readonly tag: Stretch;
  /** Where the next marker begins, or the text ends: no body goes further. */
  readonly limit: number;
}

/**
 * The lines of what stands behind a tag, without the comment's decoration and its closing delimiter. The first is the
 * rest of the tag's own line and may be empty; the others are those below that begin further right than the tag,
 * in the same comment or in the line comments that directly follow it.
 */
export function bodyLines(place: BodyPlace): readonly Stretch[] {
  const { text, regions, index, tag, limit } = place;
  const end = closerStart(text, regions[index]!);
  const firstEnd = lineEndFrom(text, tag.end, Math.max(tag.end, Math.min(end, limit)));
  const lines = [trimmed(text, tag.end, firstEnd)];
  if (firstEnd >= limit) return lines;
  let column: number | undefined;
  for (const raw of linesBelow(place, firstEnd)) {
    column ??= columnOf(text, tag.start);
    const line = trimmed(text, raw.start, Math.min(raw.end, limit));
    if (line.start === line.end || columnOf(text, line.start) <= column) break;
    lines.push(line);
  }
  return lines;
}

/** What the first line of a comment says, up to `limit`. */
export function commentLine(text: string, region: Region, limit: number): Stretch {
  const end = Math.min(limit, lineEndFrom(text, region.start, closerStart(text, region)));
  const start = region.start + openerOf(text, region, region.end).length;
  return trimmed(text, Math.min(start, end), end);
}

/** The lines below the tag's, as long as nothing else stands between them, without what stands before their content. */
function* linesBelow(place: BodyPlace, firstEnd: number): Generator<Stretch> {
  const { text, regions, index, tag, limit } = place;
  const region = regions[index]!;
  const end = closerStart(text, region);
  let at = firstEnd;
  while (at < end && at < limit) {
    const start = lineAfter(text, at, end);
    at = lineEndFrom(text, start, end);
    yield { start: decorationEnd(text, start, at), end: at };
  }
  if (end !== region.end) return;
  const opener = openerOf(text, region, tag.start);
  let last = region;
  for (let next = index + 1; isBelow(text, last, regions[next]); next += 1) {
    const below = regions[next]!;
    if (below.start >= limit || !text.startsWith(opener, below.start)) return;
    last = below;
    yield { start: below.start + opener.length, end: closerStart(text, below) };
  }
}

/** Whether a comment of one line stands alone on the line below another's, in the same column. */
function isBelow(text: string, above: Region, below: Region | undefined): below is Region {
  if (below?.kind !== 'comment') return false;
  if (!isLineEnd(text.charCodeAt(above.end))) return false;
  const start = lineAfter(text, above.end, below.start);
  if (spaceEnd(text, start, below.start) !== below.start) return false;
  if (below.start - start !== columnOf(text, above.start)) return false;
  return lineEndFrom(text, below.start, below.end) === below.end;
}

/** The signs or the word that open a line comment. */
function openerOf(text: string, { start }: Region, tagStart: number): string {
  const opener = text.slice(start, Math.min(tagStart, start + 16));
  return /^(?:[^\s\p{L}\p{N}]+|\p{L}+)/u.exec(opener)?.[0] ?? '';
}

const BLOCKS: readonly (readonly [open: string, close: string])[] = [
  ['/*', '*/'],
  ['{/*', '*/}'],
  ['<!--', '-->'],
  ['<%--', '--%>'],
  ['{{!--', '--}}'],
  ['{{!', '}}'],
  ['{{--', '--}}'],
  ['@*', '*@'],
  ['{-', '-}'],
  ['(*', '*)'],
  ['(;', ';)'],
  ['#|', '|#'],
  ['#=', '=#'],
  ['##[', ']##'],
  ['#[', ']#'],
  ['#[[', ']]'],
  ['#[=[', ']=]'],
  ['#[==[', ']==]'],
  ['--[[', ']]'],
  ['--[=[', ']=]'],
  ['--[==[', ']==]'],
  ['<#', '#>'],
  ['{#', '#}'],
  ['%{', '%}'],
  ['{', '}'],
  ['/+', '+/'],
  ['/-', '-/'],
  ['###', '###'],
  ['=begin', '=end'],
  ['=', '=cut'],
];

/** Where the delimiter begins that closes the comment; its end when it has none. */
function closerStart(text: string, { start, end }: Region): number {
  for (const [open, close] of BLOCKS) {
    const at = end - close.length;
    if (text.startsWith(close, at) && at >= start + open.length && text.startsWith(open, start)) return at;
  }
  return end;
}

/** Past white space and the stars or bars that some write at the head of each line of a comment. */
function decorationEnd(text: string, from: number, end: number): number {
  let at = spaceEnd(text, from, end);
  const sign = text.charAt(at);
  if (!/[*|#;%]/.test(sign)) return at;
  const start = at;
  while (at < end && text.charAt(at) === sign) at += 1;
  return sign === '*' || at === end || isBlank(text, at) ? spaceEnd(text, at, end) : start;
}

/** Without white space at both ends (where nothing else is, nothing at `from`), and without the signs that open another comment or close a box. */
function trimmed(text: string, from: number, to: number): Stretch {
  const start = spaceEnd(text, from, to);
  let end = to;
  while (end > start && isBlank(text, end - 1)) end -= 1;
  let signs = end;
  while (signs > start && /[-*/#=~<!;%]/.test(text.charAt(signs - 1))) signs -= 1;
  const isBox = end - signs > 1 || /[*#;]/.test(text.charAt(signs));
  if (signs < end && isBox && (signs === start || isBlank(text, signs - 1))) end = signs;
  while (end > start && isBlank(text, end - 1)) end -= 1;
  return start === end ? { start: from, end: from } : { start, end };
}

function columnOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start -= 1;
  return offset - start;
}

function spaceEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text, at)) at += 1;
  return at;
}

function isBlank(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}
