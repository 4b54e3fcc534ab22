import type { BranchChanges } from '../git';
import type { FileMarkers } from './workspaceMarkers';
import type { ScannedMarker } from './scanner';

/**
 * Tells which markers of a file the current branch added; asked about each of them once, in order. Git speaks of the
 * lines on disk, so a marker of an unsaved text is old where one that says the same is old on disk.
 */
export function newMarkers(
  { path, document, onDisk }: Pick<FileMarkers, 'path' | 'document' | 'onDisk'>,
  changes: BranchChanges | undefined,
): (marker: ScannedMarker) => boolean | undefined {
  if (changes === undefined) return () => undefined;
  const spans = changes.added.get(path) ?? [];
  const isAdded = ({ range: { start } }: ScannedMarker) =>
    spans.some(({ from, to }) => from <= start.line && start.line < to);
  if (document === undefined || onDisk === undefined) return isAdded;
  const old = new Map<string, number>();
  for (const marker of onDisk) {
    if (!isAdded(marker)) old.set(marker.fingerprint, (old.get(marker.fingerprint) ?? 0) + 1);
  }
  return ({ fingerprint }) => {
    const left = old.get(fingerprint) ?? 0;
    old.set(fingerprint, left - 1);
    return left <= 0;
  };
}
