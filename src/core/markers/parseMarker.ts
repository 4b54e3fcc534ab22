import { isLineEnd } from '../comments/characters';
import { type Region, regionAt } from '../comments/regions';
import type { FoundTag } from './findMarkers';
import { type Marker, markerParts } from './marker';
import { bodyLines, commentLine, type Stretch } from './markerBody';
import { readDebt } from './partReader';
import { readAttribute, readSuppression } from './suppressionReader';

export interface ParsePlace {
  readonly text: string;
  readonly regions: readonly Region[];
  /** Where the next tag begins, or the text ends. */
  readonly limit: number;
}

/** Reads what stands behind a tag. Takes time in proportion to what it reads, and never fails. */
export function parseMarker(found: FoundTag, place: ParsePlace): Marker {
  const { text, regions, limit } = place;
  const { tag, kind, start, end, region } = found;
  const known = { tag, kind, start, end };
  if (region === -1) return inCode(found, place);
  const lines = bodyLines({ text, regions, index: region, tag: { start, end }, limit });
  if (kind === 'debt') return { ...known, bodyEnd: lines.at(-1)!.end, ...readDebt(text, end, lines) };
  return { ...known, bodyEnd: lines[0]!.end, ...readSuppression(text, text.slice(start, end), lines[0]!) };
}

const LONGEST_LIST = 2_000;

/** An annotation, an attribute or a pragma, and the comment behind it. */
function inCode({ tag, kind, start, end }: FoundTag, { text, regions, limit }: ParsePlace): Marker {
  const list = { start: end, end: listEnd(text, end, Math.min(limit, end + LONGEST_LIST)) };
  const comment = commentBehind(text, regions, { start: list.end, end: limit });
  const read = readAttribute(text, list, comment);
  const bodyEnd = Math.max(list.end, ...markerParts.map((name) => read[name]?.end ?? 0));
  return { tag, kind, start, end, bodyEnd, ...read };
}

/** The end of the brackets behind a tag; of the line, or before a comment, where it has none. */
function listEnd(text: string, from: number, limit: number): number {
  let depth = 0;
  for (let at = from; at < limit; at += 1) {
    const char = text.charAt(at);
    if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char) && --depth <= 0) return at + 1;
    else if (depth === 0 && (isLineEnd(char.charCodeAt(0)) || /\/[/*]/.test(text.slice(at, at + 2))))
      return at;
  }
  return depth === 0 ? limit : from;
}

/** What a comment says that follows on the same line. */
function commentBehind(
  text: string,
  regions: readonly Region[],
  { start, end }: Stretch,
): Stretch | undefined {
  const gap = /^\]?[^\S\r\n]{0,200}/.exec(text.slice(start, start + 200))![0].length;
  const at = start + gap;
  const region = regionAt(regions, at);
  return region?.kind === 'comment' && region.start === at ? commentLine(text, region, end) : undefined;
}
