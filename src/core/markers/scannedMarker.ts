import type { Position } from 'vscode-languageserver-types';
import { fingerprintOf } from './fingerprint';
import { type Marker, markerParts } from './marker';
import type { Policy } from './policy';
import type { ScannedMarker } from './scanner';

/** Tells lines from offsets; a `TextDocument` is one. */
export interface Positions {
  positionAt(offset: number): Position;
}

/** A marker as it is reported apart from its text; `positions` are those of the text. */
export function toScannedMarker(
  positions: Positions,
  marker: Marker,
  excused: readonly string[] = [],
): ScannedMarker {
  const { tag, kind, start, end, text } = marker;
  const parts = markerParts.flatMap((name) => {
    const part = marker[name];
    return part === undefined ? [] : [[name, part.value] as const];
  });
  return {
    tag,
    kind,
    range: { start: positions.positionAt(start), end: positions.positionAt(end) },
    text,
    ...Object.fromEntries(parts),
    fingerprint: fingerprintOf(marker),
    ...(excused.length > 0 && { excused }),
  };
}

/** Whether `leadlight-ignore` excuses a marker from its policy. */
export function isExcused({ excused }: ScannedMarker, policy: Policy | undefined): boolean {
  return policy?.entry !== undefined && excused?.includes(policy.entry.id) === true;
}
