import { TextDocument } from 'vscode-languageserver-textdocument';
import { scanRegions } from '../comments/scanRegions';
import { findMarkers, type MarkerTag } from './findMarkers';
import type { Marker } from './marker';
import { toScannedMarker } from './scannedMarker';
import type { ScannedMarker } from './scanner';

/** The markers of a text, in order. */
export function scanText(
  text: string,
  languageId: string,
  tags: readonly MarkerTag[],
): readonly ScannedMarker[] {
  const document = TextDocument.create('', languageId, 0, text);
  return markersIn(document, tags).map((marker) => toScannedMarker(document, marker));
}

/** The markers of a document, in order. */
export function markersIn(document: TextDocument, tags: readonly MarkerTag[]): readonly Marker[] {
  const text = document.getText();
  return findMarkers(text, scanRegions(text, document.languageId), tags).map(({ tag, kind, start, end }) => {
    const bodyEnd = text.slice(end).search(/\r|\n|$/) + end;
    const [, owner, , said = ''] =
      /^(?:\(@?(\w+)(?:, ([\d-]+))?\))?[:\s]*(.*?)(?:\*\/)?$/.exec(text.slice(end, bodyEnd)) ?? [];
    const due = /\d{4}-\d\d-\d\d/.exec(text.slice(end, bodyEnd))?.[0];
    const part = (value: string | undefined) =>
      value === undefined ? undefined : { value, start: end, end };
    return {
      tag,
      kind,
      start,
      end,
      bodyEnd,
      text: said.trim(),
      ...(owner && { owner: part(owner)! }),
      ...(due && { due: part(due)! }),
    };
  });
}
