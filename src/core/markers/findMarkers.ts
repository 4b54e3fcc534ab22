import { isWordCode } from '../comments/characters';
import { kindAt, type Region } from '../comments/regions';
import { leadsLine } from './leadsLine';
import { endOfSpelling, type Spelling, spellingsOf } from './spelling';

/** A word that a team looks for; `tag` is its name, and the aliases are other ways to write it. */
export interface MarkerTag {
  readonly tag: string;
  readonly aliases?: readonly string[];
  readonly kind: MarkerKind;
}

export type MarkerKind = 'debt' | 'suppression';

/** A marker in a text: the UTF-16 offsets are those of the tag as it is written there. */
export interface Marker {
  /** The name of the tag, whichever of its spellings stands in the text. */
  readonly tag: string;
  readonly kind: MarkerKind;
  readonly start: number;
  readonly end: number;
}

/**
 * The markers of a text, in order; `regions` are the comments and strings of the same text.
 * A tag counts where it comes first on a line of a comment, or directly after a comment delimiter or ` -- `.
 * A suppression that is written with a sign, such as `@SuppressWarnings` or `#pragma`, counts in code too.
 */
export function findMarkers(
  text: string,
  regions: readonly Region[],
  tags: readonly MarkerTag[],
): readonly Marker[] {
  const spellings = spellingsOf(tags);
  const everywhere = byFirstCode(spellings);
  const signed = byFirstCode(spellings.filter(({ inCode: may }) => may));
  const markers = [...inComments(text, regions, everywhere), ...inCode(text, regions, signed)];
  return markers.sort((a, b) => a.start - b.start);
}

type ByFirst = ReadonlyMap<number, readonly Spelling[]>;

function inComments(text: string, regions: readonly Region[], byFirst: ByFirst): readonly Marker[] {
  const markers: Marker[] = [];
  for (const region of regions) {
    if (region.kind !== 'comment') continue;
    let goesOn = false;
    for (let at = region.start; at < region.end; at += 1) {
      const code = text.charCodeAt(at);
      const inWord = goesOn;
      goesOn = code < 0x80 && isWordCode(code);
      const candidates = inWord ? undefined : byFirst.get(code);
      const marker = candidates === undefined ? undefined : markerAt(text, at, candidates);
      if (marker === undefined || marker.end > region.end || !leadsLine(text, region.start, at)) continue;
      markers.push(marker);
      at = marker.end - 1;
      goesOn = false;
    }
  }
  return markers;
}

/** Signs are rare enough in code to jump from one to the next. */
function inCode(text: string, regions: readonly Region[], byFirst: ByFirst): readonly Marker[] {
  const markers: Marker[] = [];
  for (const [code, spellings] of byFirst) {
    const sign = String.fromCharCode(code);
    for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) {
      const marker = markerAt(text, at, spellings);
      if (marker !== undefined && kindAt(regions, at) === 'code') markers.push(marker);
    }
  }
  return markers;
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

/** The marker at `at`, by the longest spelling that fits there. */
function markerAt(text: string, at: number, spellings: readonly Spelling[]): Marker | undefined {
  for (const spelling of spellings) {
    const end = endOfSpelling(text, at, spelling);
    if (end !== undefined) return { tag: spelling.tag, kind: spelling.kind, start: at, end };
  }
  return undefined;
}
