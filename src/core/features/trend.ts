import type { Git, HistoryFile } from '../git';
import type { CancelSignal } from '../host';
import type { MarkerTag } from '../markers/findMarkers';
import type { ScannedMarker } from '../markers/scanner';
import { daysBetween } from '../text/day';
import { BlobMarkers, type TrendCache } from './blobMarkers';
import { MarkerFlow } from './markerFlow';

/** Markers of all workspace folders over time; JSON. */
export interface Trend {
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
  /** Of the markers of today, in days, by when a sampled commit first held them; `undefined` without any. */
  readonly medianAge?: number;
  /** Why the trend tells less than all, a sentence. */
  readonly partial?: string;
}

export interface TrendPoint {
  readonly day: string;
  readonly commit: string;
  /** Debt as it was committed; suppressions are none. */
  readonly markers: number;
  /** Came and went since the point before; 0 at the first. A marker that moved did neither. */
  readonly inflow: number;
  readonly outflow: number;
}

/** Looks for tags in a file; `path` tells the language. */
export type BlobScanner = (
  bytes: Uint8Array,
  path: string,
) => { readonly markers: readonly Pick<ScannedMarker, 'kind' | 'fingerprint'>[] };

export interface TrendOptions {
  /** What counts in a file, by its path in the folder; called once for each path. Files with equal tags share a list. */
  tagsFor(path: string): readonly MarkerTag[];
  scannerFor(tags: readonly MarkerTag[]): BlobScanner;
  /** How many commits, at most. */
  readonly points: number;
  /** Larger files are left out. */
  readonly maxBytes: number;
  readonly signal?: CancelSignal;
  /** How many of the commits are done. */
  onProgress?(done: number, commits: number): void;
  readonly cache?: TrendCache;
}

/** What the history of one folder tells. */
export interface FolderTrend extends Pick<Trend, 'points' | 'partial'> {
  /** When each marker of today was first held by a sampled commit; oldest first. */
  readonly since: readonly string[];
}

/**
 * How the debt of a folder came to be, from commits of its history. A file that is the same in many of them is scanned
 * once. `undefined` where git could not tell, or when it was cancelled; what was scanned is in the cache then.
 */
export async function trendOf(
  git: Git,
  folder: string,
  options: TrendOptions,
): Promise<FolderTrend | undefined> {
  const { points: most, signal, cache = new Map() } = options;
  const history = await git.sampleHistory(folder, { points: most, ...(signal ? { signal } : {}) });
  if (history === undefined) return undefined;
  const { commits, partial } = history;
  const isCancelled = () => signal?.aborted === true;
  const blobs = new BlobMarkers({ ...options, git, folder, cache });
  const flow = new MarkerFlow();
  const points: TrendPoint[] = [];
  let before: readonly HistoryFile[] = [];
  for (const { commit, day, files: read } of commits) {
    const files = await read();
    if (files === undefined || isCancelled()) return undefined;
    const came = without(files, before);
    await blobs.scan(came);
    if (isCancelled()) return undefined;
    const went = without(before, files);
    const step = flow.step(day, {
      came: came.flatMap((file) => blobs.of(file)),
      went: went.flatMap((file) => blobs.of(file)),
    });
    points.push({ day, commit, ...step });
    before = files;
    options.onProgress?.(points.length, commits.length);
  }
  blobs.forgetOthers();
  const reasons = [...(partial === undefined ? [] : [partial]), ...lackOf(blobs.missing(before))];
  return { points, since: flow.days, ...(reasons.length === 0 ? {} : { partial: reasons.join(' ') }) };
}

/** The trend of some folders as one; in it, a folder has no markers before its own first point. */
export function joinTrends(
  trends: readonly FolderTrend[],
  { points: most, today }: Pick<TrendOptions, 'points'> & { readonly today: string },
): Trend {
  const steps = trends
    .flatMap(({ points }) => points)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const points: TrendPoint[] = [];
  let markers = 0;
  const group = Math.ceil(steps.length / most);
  // The groups are full from the last one on, so that the last day is always there.
  const short = steps.length % group || group;
  for (let start = 0; start < steps.length; start += start === 0 ? short : group) {
    const those = steps.slice(start, start === 0 ? short : start + group);
    const inflow = sum(those.map((step) => step.inflow));
    const outflow = sum(those.map((step) => step.outflow));
    markers += inflow - outflow;
    const { day, commit } = those.at(-1)!;
    points.push({ day, commit, markers, ...(start === 0 ? { inflow: 0, outflow: 0 } : { inflow, outflow }) });
  }
  const medianAge = medianAgeOf(trends.flatMap(({ since }) => since).sort(), today);
  const reasons = [...new Set(trends.flatMap(({ partial }) => partial ?? []))];
  return {
    points,
    ...(medianAge === undefined ? {} : { medianAge }),
    ...(reasons.length === 0 ? {} : { partial: reasons.join(' ') }),
  };
}

/** In days; the older one where two stand in the middle. */
function medianAgeOf(days: readonly string[], today: string): number | undefined {
  const middle = days[Math.floor((days.length - 1) / 2)];
  return middle === undefined ? undefined : Math.max(0, daysBetween(middle, today));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0);
}

/** Files that did not change are the same objects; should they not be, the markers that come and go are the same. */
function without(files: readonly HistoryFile[], others: readonly HistoryFile[]): readonly HistoryFile[] {
  const known = new Set(others);
  return files.filter((file) => !known.has(file));
}

function lackOf(missing: number): readonly string[] {
  if (missing === 0) return [];
  const files = missing === 1 ? '1 file is' : `${missing} files are`;
  return [`${files} left out today, for being too large or not stored here.`];
}
