import { isWordCode } from '../comments/characters';
import { firstEndingBehind, kindAt, type Region } from '../comments/regions';
import { lineLeads } from './leadsLine';
import type { Marker, MarkerKind } from './marker';
import type { Stretch } from './markerBody';
import { parseMarker } from './parseMarker';
import { endOfSpelling, type Spelling, spellingsOf } from './spelling';

/** A word that a team looks for; `tag` is its name, and the aliases are other ways to write it. */
export interface MarkerTag {
  readonly tag: string;
  readonly aliases?: readonly string[];
  readonly kind: MarkerKind;
  /** Where in Markdown it counts outside of comments: nowhere, where nothing is said. */
  readonly markdown?: 'headings' | 'prose' | 'none';
}

/** A tag in a text, before what stands behind it is read. */
export interface FoundTag {
  /** See `Marker.tag`. */
  readonly tag: string;
  readonly kind: MarkerKind;
  /** The tag, as it is written: UTF-16 offsets, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** Index of the comment that it stands in; -1 in code. */
  readonly region: number;
}

export interface MarkerSearch {
  /**
   * The markers of a text, in order; `regions` are the comments and strings of the same text. Only tags in `lines`
   * count, in order and without overlap, which are whole lines, or begin and end where no comment goes on or at a marker:
   * all of the text, where nothing is known of it.
   */
  find(text: string, regions: readonly Region[], lines?: readonly Stretch[]): readonly Marker[];
}

/**
 * Compiles tags into one search.
 * A tag counts where it comes first on a line of a comment, or directly after a comment delimiter or ` -- `.
 * A suppression that is written with a sign, such as `@SuppressWarnings` or `#pragma`, counts in code too.
 */
export function compileTags(tags: readonly MarkerTag[]): MarkerSearch {
  const spellings = spellingsOf(tags);
  const everywhere = byFirstCode(spellings);
  const signed = byFirstCode(spellings.filter(({ inCode: may }) => may));
  return {
    find(text, regions, lines = [{ start: 0, end: text.length }]) {
      const place = { text, regions, lines };
      const found = [...inComments(place, everywhere), ...inCode(place, signed)];
      found.sort((a, b) => a.start - b.start);
      return found.map((tag, index) =>
        parseMarker(tag, { text, regions, limit: found[index + 1]?.start ?? text.length }),
      );
    },
  };
}

/** The markers of one text; for many texts, compile the tags once. */
export function findMarkers(
  text: string,
  regions: readonly Region[],
  tags: readonly MarkerTag[],
): readonly Marker[] {
  return compileTags(tags).find(text, regions);
}

interface ByFirst {
  readonly spellings: ReadonlyMap<number, readonly Spelling[]>;
  /** By the code of a character of ASCII, whether a spelling may begin with it. */
  readonly firsts: Uint8Array;
  /** The same for two characters. */
  readonly pairs: Uint8Array;
}

interface Place {
  readonly text: string;
  readonly regions: readonly Region[];
  readonly lines: readonly Stretch[];
}

function inComments({ text, regions, lines }: Place, byFirst: ByFirst): readonly FoundTag[] {
  const found: FoundTag[] = [];
  const leadsLine = lineLeads(text);
  for (const stretch of lines) {
    for (let index = firstEndingBehind(regions, stretch.start); index < regions.length; index += 1) {
      const region = regions[index]!;
      if (region.start >= stretch.end) break;
      if (region.kind !== 'comment') continue;
      const end = Math.min(region.end, stretch.end);
      let goesOn = false;
      for (let at = Math.max(region.start, stretch.start); at < end; at += 1) {
        const code = text.charCodeAt(at);
        const inWord = goesOn;
        goesOn = code < ASCII && isWordCode(code);
        if (inWord || !mayBegin(byFirst, code, text, at)) continue;
        const hit = hitAt(text, at, byFirst.spellings.get(code) ?? []);
        if (hit === undefined || hit.end > region.end || !leadsLine(region.start, at)) continue;
        found.push({ ...hit, region: index });
        at = hit.end - 1;
        goesOn = false;
      }
    }
  }
  return found;
}

/** Signs are rare enough in code to jump from one to the next; what was jumped over once is not looked at again. */
function inCode({ text, regions, lines }: Place, { spellings }: ByFirst): readonly FoundTag[] {
  const found: FoundTag[] = [];
  for (const [code, candidates] of spellings) {
    const sign = String.fromCharCode(code);
    let at = -1;
    for (const { start, end } of lines) {
      if (at < start) at = text.indexOf(sign, start);
      if (at === -1) break;
      for (; at !== -1 && at < end; at = text.indexOf(sign, at + 1)) {
        const hit = hitAt(text, at, candidates);
        if (hit !== undefined && kindAt(regions, at) === 'code') found.push({ ...hit, region: -1 });
      }
    }
  }
  return found;
}

function byFirstCode(spellings: readonly Spelling[]): ByFirst {
  const map = new Map<number, Spelling[]>();
  for (const spelling of spellings) {
    for (const code of spelling.firstCodes) {
      const known = map.get(code);
      if (known === undefined) map.set(code, [spelling]);
      else known.push(spelling);
    }
  }
  const firsts = Uint8Array.from({ length: ASCII }, (_, code) => (map.has(code) ? 1 : 0));
  return { spellings: map, firsts, pairs: pairsOf(spellings) };
}

/** Whether a spelling may begin at `at`, where `code` stands: asked of every character, so nothing is read in vain. */
function mayBegin({ spellings, firsts, pairs }: ByFirst, code: number, text: string, at: number): boolean {
  if (code >= ASCII) return spellings.has(code);
  if (firsts[code] === 0) return false;
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  return next >= ASCII || pairs[code * ASCII + next] === 1;
}

const ASCII = 0x80;

/** The first two characters of the spellings, in any case; none stands for any. */
function pairsOf(spellings: readonly Spelling[]): Uint8Array {
  const pairs = new Uint8Array(ASCII * ASCII);
  for (const { firstCodes, parts } of spellings) {
    const second = parts[0]!.charAt(1);
    const seconds = new Set([second.toLowerCase(), second.toUpperCase()]);
    for (const first of firstCodes) {
      if (first >= ASCII) continue;
      if (second === '') pairs.fill(1, first * ASCII, (first + 1) * ASCII);
      for (const each of seconds) if (each < '\u0080') pairs[first * ASCII + each.charCodeAt(0)] = 1;
    }
  }
  return pairs;
}

/** The tag at `at`, by the longest spelling that fits there. */
function hitAt(
  text: string,
  at: number,
  spellings: readonly Spelling[],
): Omit<FoundTag, 'region'> | undefined {
  for (const spelling of spellings) {
    const end = endOfSpelling(text, at, spelling);
    if (end !== undefined) return { tag: spelling.tag, kind: spelling.kind, start: at, end };
  }
  return undefined;
}
