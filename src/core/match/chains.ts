import type { Region } from '../comments/regions';
import { continuationEnd, identifierEnd, skipMarks } from './identifiers';
import { isSpace } from '../comments/characters';

/** Identifiers joined by dots, such as `globalThis.Date.now`; one identifier alone is a chain too. */
export interface Chain {
  /** How many names it has; the arrays may be longer. */
  readonly length: number;
  readonly names: readonly string[];
  /** UTF-16 offsets of each name. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Calls `visit` for each chain in code, in order. The chain is reused: keep nothing of it.
 * `.` and `?.` join, with white space, line ends and comments on both sides, and `!.` without any in front;
 * `->` joins when a name follows it directly, `::` and `\` when a name also stands directly before them: with space
 * around them these mean other things (a lambda, a type, a continued line).
 * What follows a bracket begins a new chain.
 */
export function scanChains(text: string, regions: readonly Region[], visit: (chain: Chain) => void): void {
  const chain = { length: 0, names: [] as string[], starts: [] as number[], ends: [] as number[] };
  const place: Place = { text, regions, next: 0 };
  let at = 0;
  while (at < text.length) {
    const region = regions[place.next];
    const limit = region === undefined ? text.length : region.start;
    at = skipMarks(text, at, limit);
    if (at >= limit) {
      at = Math.max(at, region?.end ?? at);
      place.next++;
      continue;
    }
    const end = Math.min(identifierEnd(text, at), limit);
    if (end === at) {
      // `0x1f` and `10n` hold no identifier.
      at = Math.max(at + 1, continuationEnd(text, at));
      continue;
    }
    // `${` opens code inside a string.
    if (text.startsWith('${', at)) {
      at = end;
      continue;
    }
    const index = chain.length++;
    chain.names[index] = text.slice(at, end);
    chain.starts[index] = at;
    chain.ends[index] = end;
    at = linkedName(place, end);
    if (at >= 0) {
      while (place.next < regions.length && regions[place.next]!.end <= at) place.next++;
      continue;
    }
    visit(chain);
    chain.length = 0;
    at = end;
  }
}

interface Place {
  readonly text: string;
  readonly regions: readonly Region[];
  /** The first region that is not behind. */
  next: number;
}

/** Where the name starts that is joined to the one that ends at `end`; -1 where none is. */
function linkedName(place: Place, end: number): number {
  const { text } = place;
  const at = skipSpace(place, end);
  const isTight = at === end;
  let start = -1;
  switch (text[at]) {
    case '.':
      start = skipSpace(place, at + 1);
      break;
    case '?':
      if (text[at + 1] === '.') start = skipSpace(place, at + 2);
      break;
    case '!': {
      let dot = at;
      while (text[dot] === '!') dot++;
      if (isTight && text[dot] === '.') start = skipSpace(place, dot + 1);
      break;
    }
    case '-':
      if (text[at + 1] === '>') start = at + 2;
      break;
    case ':':
      if (isTight && text[at + 1] === ':') start = at + 2;
      break;
    case '\\':
      if (isTight) start = at + 1;
      break;
  }
  return start >= 0 && identifierEnd(text, start) > start ? start : -1;
}

/** The first offset from `offset` on that is neither white space nor comment; a string's start is such an offset. */
function skipSpace({ text, regions, next }: Place, offset: number): number {
  let at = offset;
  for (let index = next; ; index++) {
    const region = regions[index];
    const limit = region === undefined ? text.length : region.start;
    while (at < limit && isSpace(text.charCodeAt(at))) at++;
    if (at < limit || region === undefined || region.kind === 'string') return at;
    at = Math.max(at, region.end);
  }
}
