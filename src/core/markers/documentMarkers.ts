import { DocumentRegions } from '../comments/documentRegions';
import type { Region } from '../comments/regions';
import type { MarkerSearch } from './findMarkers';
import { type Marker, type MarkerPart, markerParts } from './marker';

/** The markers of one document from version to version: after an edit only those around it are looked for. */
export class DocumentMarkers {
  readonly #regions: DocumentRegions;
  readonly #search: MarkerSearch;
  #markers: readonly Marker[] = [];

  constructor(languageId: string, search: MarkerSearch) {
    this.#regions = new DocumentRegions(languageId);
    this.#search = search;
  }

  /** The comments and strings of the text last given to `update`. */
  get regions(): readonly Region[] {
    return this.#regions.regions;
  }

  /** Takes another version of the text, and answers what `find` says of it. */
  update(text: string): readonly Marker[] {
    const { start, before, after } = this.#regions.update(text);
    const by = after - before;
    const known = this.#markers;
    // What the marker before the edit says may go on into it.
    const last = known.findLastIndex((marker) => marker.start < start);
    const kept = known.slice(0, Math.max(0, last));
    const behind = known.filter((marker) => marker.start >= before);
    const later = by === 0 ? behind : behind.map((marker) => moved(marker, by));
    const next = later[0];
    const around = { start: Math.min(start, known[last]?.start ?? start), end: after };
    const found = this.#search.find(text, this.regions, next === undefined ? [around] : [around, next]);
    // The next marker is looked for again too, because the one before it ends there at the latest.
    const anew = next === undefined ? found : found.slice(0, -1);
    this.#markers = [...kept, ...anew, ...later];
    return this.#markers;
  }
}

function moved(marker: Marker, by: number): Marker {
  const parts: Partial<Record<string, MarkerPart>> = {};
  for (const name of markerParts) {
    const part = marker[name];
    if (part !== undefined) parts[name] = { value: part.value, start: part.start + by, end: part.end + by };
  }
  const { start, end, bodyEnd } = marker;
  return { ...marker, ...parts, start: start + by, end: end + by, bodyEnd: bodyEnd + by };
}
