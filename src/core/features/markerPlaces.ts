import type { Range } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { MarkerKind } from '../markers/marker';
import { toScannedMarker } from '../markers/scannedMarker';
import type { ScannedMarker } from '../markers/scanner';
import type { PlacedMarker } from '../match/documentMatches';

/** Where a marker stands in a document; JSON. */
export interface MarkerPlace {
  /** The tag, as it is written. */
  readonly range: Range;
  readonly tag: string;
  readonly kind: MarkerKind;
  /** Whether the current branch added it; absent where git does not tell. */
  readonly isNew?: boolean;
}

/** The places of a document's markers, in order; `isNew` is asked about each once. */
export function markerPlaces(
  document: TextDocument,
  markers: readonly PlacedMarker[],
  isNew: (marker: ScannedMarker) => boolean | undefined,
): readonly MarkerPlace[] {
  return markers.map(({ marker }) => {
    const scanned = toScannedMarker(document, marker);
    const added = isNew(scanned);
    return {
      range: scanned.range,
      tag: marker.tag,
      kind: marker.kind,
      ...(added !== undefined && { isNew: added }),
    };
  });
}
