import assert from 'node:assert/strict';
import { scanRegions } from '../../../src/core/comments/scanRegions';
import { defaultTags } from '../../../src/core/markers/defaultTags';
import { findMarkers, type MarkerTag } from '../../../src/core/markers/findMarkers';
import { type Marker, markerParts } from '../../../src/core/markers/marker';

const marks = new RegExp(`«(?:(?:${markerParts.join('|')}):)?|»|‖`, 'g');

/**
 * Compares the markers of a text with those that are marked in it: `«TODO»(«owner:maya»): a‖` has a tag, a part and the
 * end of a body. Ends of bodies are compared where at least one is marked, and what markers say where `texts` are given.
 */
export function checkMarkers(
  languageId: string,
  marked: string,
  { texts, tags = defaultTags }: { texts?: readonly string[]; tags?: readonly MarkerTag[] } = {},
): void {
  const text = marked.replace(marks, '');
  const markers = findMarkers(text, scanRegions(text, languageId), tags);
  assert.equal(markedBy(text, markers, marked.includes('‖') ? ['bodyEnd'] : []), marked);
  if (texts !== undefined)
    assert.deepEqual(
      markers.map((marker) => marker.text),
      texts,
    );
}

/** What each marker of a text says. */
export function textsIn(languageId: string, text: string): readonly string[] {
  return findMarkers(text, scanRegions(text, languageId), defaultTags).map((marker) => marker.text);
}

function markedBy(text: string, markers: readonly Marker[], ends: readonly 'bodyEnd'[]): string {
  const signs = markers.flatMap((marker) => [
    { at: marker.start, sign: '«' },
    { at: marker.end, sign: '»' },
    ...markerParts.flatMap((name) => {
      const part = marker[name];
      return part === undefined
        ? []
        : [
            { at: part.start, sign: `«${name}:` },
            { at: part.end, sign: '»' },
          ];
    }),
    ...ends.map((end) => ({ at: marker[end], sign: '‖' })),
  ]);
  let result = '';
  let last = 0;
  for (const { at, sign } of signs.toSorted((a, b) => a.at - b.at)) {
    result += text.slice(last, at) + sign;
    last = at;
  }
  return result + text.slice(last);
}
