import type { DebtMarker } from '../../../src/core/features/debt';

/** A marker on the first line of a file, with nothing written on it but what a test is about. */
export function debtMarker(marker: Partial<DebtMarker> = {}): DebtMarker {
  const { path = 'src/a.ts', tag = 'TODO' } = marker;
  return {
    uri: `file:///w/${path}`,
    path,
    tag,
    kind: 'debt',
    range: { start: { line: 0, character: 3 }, end: { line: 0, character: 3 + tag.length } },
    text: 'later',
    fingerprint: `${tag} later`,
    missing: [],
    isOverdue: false,
    isMine: false,
    level: 'info',
    ...marker,
  };
}
