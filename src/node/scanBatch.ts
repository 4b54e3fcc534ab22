import type { MarkerTag } from '../core/markers/findMarkers';
import type { FileScan } from '../core/markers/scanFile';

/** What a thread is told before its first batch, and again before that of another scan. */
export interface WorkerInput {
  /** Path of the folder, ending in a separator. */
  readonly folder: string;
  readonly tagSets: readonly (readonly MarkerTag[])[];
}

/** Some files: what would be an object for each costs more to send than to look at. */
export interface Batch {
  /** Relative to the folder, joined by NUL, which no path holds. */
  readonly paths: string;
  /** By file, the index of its tag set. */
  readonly tagSets: Uint32Array;
  /** What is known of these files; `stampLength` numbers each, NaN where nothing is. */
  readonly stamps: Float64Array;
  /** By the index of a file; see `Held.hash`. */
  readonly hashes: ReadonlyMap<number, string>;
}

export interface BatchResult {
  /** As these files are now; NaN where one could not be read. */
  readonly stamps: Float64Array;
  /** By file: whether what is known of it still holds. */
  readonly isKnown: Uint8Array;
  /** By the index of a file, of the others: those that have markers, or were skipped. */
  readonly found: ReadonlyMap<number, Held>;
  /** The files that took long to search, by index. */
  readonly slow: readonly (readonly [index: number, milliseconds: number])[];
}

/** What a file holds that is not nothing. */
export interface Held {
  readonly scan: FileScan;
  /** SHA-1 of the content, in Base64, where a tag stands in it. */
  readonly hash?: string;
}

/** Size, the two times and the inode of a file: when its content changes, so does its `ctime`. */
export const stampLength = 4;
