import { kindAt, type Region, regionAt } from '../comments/regions';
import { compileTags, type MarkerTag } from './findMarkers';
import type { Marker } from './marker';
import type { Stretch } from './markerBody';
import { markdownPlaces } from './markdownPlaces';

/** A text whose comments and strings are known. */
export interface ScannedText {
  readonly text: string;
  readonly languageId: string;
  readonly regions: readonly Region[];
  /** See `MarkerSearch.find`. */
  readonly lines?: readonly Stretch[];
}

export interface DocumentSearch {
  /** The markers of a text, in order: those in comments, and in Markdown those that the tags' policies want. */
  find(document: ScannedText): readonly Marker[];
}

/** Compiles tags into one search for documents of any language. */
export function compileDocumentTags(tags: readonly MarkerTag[]): DocumentSearch {
  const everywhere = compileTags(tags);
  const debt = tags.filter(({ kind }) => kind === 'debt');
  const ofHeadings = debt.filter(({ markdown = 'none' }) => markdown !== 'none');
  const inHeadings = compileTags(ofHeadings);
  const inProse = compileTags(debt.filter(({ markdown }) => markdown === 'prose'));
  return {
    find({ text, languageId, regions, lines }) {
      const found = everywhere.find(text, regions, lines);
      const places = ofHeadings.length === 0 ? undefined : markdownPlaces(text, regions, languageId);
      if (places === undefined) return found;
      const more = [
        ...inHeadings.find(text, places.headings, lines).filter(leads(text, places.headings)),
        ...inProse.find(text, places.paragraphs, lines).filter(leads(text, places.paragraphs)),
      ].filter(({ start }) => kindAt(regions, start) !== 'comment');
      return more.length === 0 ? found : [...found, ...more].sort((a, b) => a.start - b.start);
    },
  };
}

/** Whether no word stands before the tag: what may stand before one within a comment is prose here. */
function leads(text: string, places: readonly Region[]): (marker: Marker) => boolean {
  return ({ start }) => {
    const place = regionAt(places, start)!;
    return !/[\p{L}\p{N}]/u.test(text.slice(place.start, start));
  };
}
