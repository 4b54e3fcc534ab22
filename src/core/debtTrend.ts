import type { TrendCache } from './features/blobMarkers';
import { type FolderTrend, joinTrends, type Trend, trendOf } from './features/trend';
import type { Git } from './git';
import type { CancelSignal } from './host';
import type { MarkerTag } from './markers/findMarkers';
import { createFileScanner, scanLimits } from './markers/scanFile';
import { createSpellingSearch } from './markers/spellingSearch';
import type { WorkspaceFolder, WorkspaceFolders } from './workspaceFolders';

/** Enough for a sparkline. */
const trendPoints = 24;

const noTags: readonly MarkerTag[] = [];

export interface TrendQuery {
  /** The day to which ages count. */
  readonly today: string;
  readonly signal?: CancelSignal | undefined;
  /** What share of the history is read, from 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
}

/** Markers over time, in all workspace folders that git tells of. */
export class DebtTrend {
  readonly #folders: WorkspaceFolders;
  readonly #caches = new Map<string, TrendCache>();

  constructor(folders: WorkspaceFolders) {
    this.#folders = folders;
  }

  /** What was learnt of contents in the folder `root`, a URI, for who can keep it. */
  cacheOf(root: string): TrendCache {
    const known = this.#caches.get(root) ?? (new Map() as TrendCache);
    this.#caches.set(root, known);
    return known;
  }

  /** `undefined` where git knows no history, or when cancelled. */
  async read(git: Git, query: TrendQuery): Promise<Trend | undefined> {
    const folders = this.#folders.all;
    for (const root of this.#caches.keys())
      if (!folders.some((folder) => folder.root === root)) this.#caches.delete(root);
    const trends: FolderTrend[] = [];
    for (const [index, folder] of folders.entries()) {
      const trend = await this.#readFolder(git, folder, {
        ...query,
        onProgress: (share) => query.onProgress?.((index + share) / folders.length),
      });
      if (query.signal?.aborted) return undefined;
      if (trend !== undefined) trends.push(trend);
    }
    if (trends.length === 0) return undefined;
    return joinTrends(trends, { points: trendPoints, today: query.today });
  }

  #readFolder(git: Git, folder: WorkspaceFolder, { signal, onProgress }: TrendQuery) {
    const { root, debt } = folder;
    const { tagSets, tagSetOf } = debt.markers.policies;
    // What lies in a folder inside this one counts there.
    const counts = (path: string) =>
      debt.markers.mayHaveMarkers(path) &&
      (!this.#folders.hasInside(folder) || this.#folders.owns(folder, debt.uriOf(path)));
    return trendOf(git, root, {
      tagsFor: (path) => (counts(path) ? tagSets[tagSetOf(path)]! : noTags),
      scannerFor: (tags) => createFileScanner(tags, createSpellingSearch),
      points: trendPoints,
      maxBytes: scanLimits.fileBytes,
      cache: this.cacheOf(root),
      onProgress: (done, commits) => onProgress?.(done / commits),
      ...(signal && { signal }),
    });
  }
}
