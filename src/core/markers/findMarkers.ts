import { isWordCode } from '../comments/characters';
import { kindAt, type Region } from '../comments/regions';
import { leadsLine } from './leadsLine';
import type { Marker, MarkerKind } from './marker';
import { parseMarker } from './parseMarker';
import { endOfSpelling, type Spelling, spellingsOf } from './spelling';

/** A word that a team looks for; `tag` is its name, and the aliases are other ways to write it. */
export interface MarkerTag {
  readonly tag: string;
  readonly aliases?: readonly string[];
  readonly kind: MarkerKind;
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
  /** The markers of a text, in order; `regions` are the comments and strings of the same text. */
  find(text: string, regions: readonly Region[]): readonly Marker[];
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
    find(text, regions) {
      const found = [...inComments(text, regions, everywhere), ...inCode(text, regions, signed)];
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

type ByFirst = ReadonlyMap<number, readonly Spelling[]>;

function inComments(text: string, regions: readonly Region[], byFirst: ByFirst): readonly FoundTag[] {
  const found: FoundTag[] = [];
  for (const [index, region] of regions.entries()) {
    if (region.kind !== 'comment') continue;
    let goesOn = false;
    for (let at = region.start; at < region.end; at += 1) {
      const code = text.charCodeAt(at);
      const inWord = goesOn;
      goesOn = code < 0x80 && isWordCode(code);
      const candidates = inWord ? undefined : byFirst.get(code);
      const hit = candidates === undefined ? undefined : hitAt(text, at, candidates);
      if (hit === undefined || hit.end > region.end || !leadsLine(text, region.start, at)) continue;
      found.push({ ...hit, region: index });
      at = hit.end - 1;
      goesOn = false;
    }
  }
  return found;
}

/** Signs are rare enough in code to jump from one to the next. */
function inCode(text: string, regions: readonly Region[], byFirst: ByFirst): readonly FoundTag[] {
  const found: FoundTag[] = [];
  for (const [code, spellings] of byFirst) {
    const sign = String.fromCharCode(code);
    for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) {
      const hit = hitAt(text, at, spellings);
      if (hit !== undefined && kindAt(regions, at) === 'code') found.push({ ...hit, region: -1 });
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
  return map;
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
