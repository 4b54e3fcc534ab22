import type { CancelSignal } from '../host';
import type { FolderPolicies } from './folderPolicies';
import type { MarkerScanner, ScannedMarker, SkippedFile, SlowFile } from './scanner';

export interface LookOptions {
  /** URI of the folder, ending in `/`. */
  readonly root: string;
  readonly paths: readonly string[];
  readonly policies: FolderPolicies;
  readonly signal: CancelSignal;
  onProgress?: ((done: number) => void) | undefined;
  onSlow?: ((file: SlowFile) => void) | undefined;
}

/** What was found in the files of a folder on disk, by path. */
export class DiskMarkers {
  readonly #markers = new Map<string, readonly ScannedMarker[]>();
  readonly #skipped = new Map<string, string>();
  /** Counted when it is asked for, which is more often than it changes. */
  #reasons: readonly { readonly reason: string; readonly count: number }[] | undefined;

  get files(): ReadonlyMap<string, readonly ScannedMarker[]> {
    return this.#markers;
  }

  get skipped(): readonly SkippedFile[] {
    return [...this.#skipped].map(([path, reason]) => ({ path, reason }));
  }

  /** How many files were left out, by reason. */
  get reasons(): readonly { readonly reason: string; readonly count: number }[] {
    if (this.#reasons === undefined) {
      const counts = new Map<string, number>();
      for (const reason of this.#skipped.values()) counts.set(reason, (counts.get(reason) ?? 0) + 1);
      this.#reasons = [...counts].map(([reason, count]) => ({ reason, count }));
    }
    return this.#reasons;
  }

  /** Looks at files. What is found is there at once; what is not found any more goes unless the signal is aborted. */
  async look(
    scanner: MarkerScanner,
    { root, paths, policies, signal, onProgress, onSlow }: LookOptions,
  ): Promise<void> {
    const marked = new Set<string>();
    const skipped = new Set<string>();
    await scanner.scan({
      root,
      files: paths.map((path) => ({ path, tagSet: policies.tagSetOf(path) })),
      tagSets: policies.tagSets,
      signal,
      // A file may have markers and be skipped in part.
      onFile: ({ path, markers }) => {
        marked.add(path);
        this.#markers.set(path, markers);
      },
      onSkipped: ({ path, reason }) => {
        skipped.add(path);
        this.#skipped.set(path, reason);
        this.#reasons = undefined;
      },
      ...(onProgress && { onProgress }),
      ...(onSlow && { onSlow }),
    });
    if (signal.aborted) return;
    const looked = new Set(paths);
    this.#drop(
      (path) => looked.has(path) && !marked.has(path),
      (path) => looked.has(path) && !skipped.has(path),
    );
  }

  /** Forgets all files but these. Returns whether markers went. */
  keep(paths: ReadonlySet<string>): boolean {
    const before = this.#markers.size;
    const isGone = (path: string) => !paths.has(path);
    this.#drop(isGone, isGone);
    return this.#markers.size < before;
  }

  #drop(losesMarkers: (path: string) => boolean, losesReason: (path: string) => boolean): void {
    for (const path of this.#markers.keys()) if (losesMarkers(path)) this.#markers.delete(path);
    for (const path of this.#skipped.keys()) if (losesReason(path)) this.#skipped.delete(path);
    this.#reasons = undefined;
  }
}
