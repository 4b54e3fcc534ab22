import { kindAt, type Region, regionAt } from '../comments/regions';
import { DocumentMarkers } from './documentMarkers';
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
  /** The same for one document from version to version, which costs what an edit changed. */
  follow(languageId: string): FollowedDocument;
}

export interface FollowedDocument {
  /** Takes another version of the text, and answers what `scanRegions` and `find` say of it. */
  update(text: string): Pick<ScannedText, 'regions'> & { readonly markers: readonly Marker[] };
}

/** Compiles tags into one search for documents of any language. */
export function compileDocumentTags(tags: readonly MarkerTag[]): DocumentSearch {
  const everywhere = compileTags(tags);
  const debt = tags.filter(({ kind }) => kind === 'debt');
  const ofHeadings = debt.filter(({ markdown = 'none' }) => markdown !== 'none');
  const inHeadings = compileTags(ofHeadings);
  const inProse = compileTags(debt.filter(({ markdown }) => markdown === 'prose'));
  const inPlaces = ({ text, languageId, regions, lines }: ScannedText): readonly Marker[] => {
    const places = ofHeadings.length === 0 ? undefined : markdownPlaces(text, regions, languageId);
    if (places === undefined) return [];
    return [
      ...inHeadings.find(text, places.headings, lines).filter(leads(text, places.headings)),
      ...inProse.find(text, places.paragraphs, lines).filter(leads(text, places.paragraphs)),
    ].filter(({ start }) => kindAt(regions, start) !== 'comment');
  };
  return {
    find(document) {
      const { text, regions, lines } = document;
      return joined(everywhere.find(text, regions, lines), inPlaces(document));
    },
    follow(languageId) {
      const inComments = new DocumentMarkers(languageId, everywhere);
      return {
        update(text) {
          const found = inComments.update(text);
          const { regions } = inComments;
          return { regions, markers: joined(found, inPlaces({ text, languageId, regions })) };
        },
      };
    },
  };
}

function joined(found: readonly Marker[], more: readonly Marker[]): readonly Marker[] {
  return more.length === 0 ? found : [...found, ...more].sort((a, b) => a.start - b.start);
}

/** Whether no word stands before the tag: what may stand before one within a comment is prose here. */
function leads(text: string, places: readonly Region[]): (marker: Marker) => boolean {
  return ({ start }) => {
    const place = regionAt(places, start)!;
    return !/[\p{L}\p{N}]/u.test(text.slice(place.start, start));
  };
}
