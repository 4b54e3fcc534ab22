import type { MarkerTag } from '../core/markers/findMarkers';
import type { FileScan } from '../core/markers/scanFile';
import type { ScanTarget } from '../core/markers/scanner';

/** What a thread is told before its first batch, and again before that of another scan. */
export interface WorkerInput {
  /** Path of the folder, ending in a separator. */
  readonly folder: string;
  readonly tagSets: readonly (readonly MarkerTag[])[];
}

export interface Batch {
  readonly files: readonly ScanTarget[];
  /** What is known of these files, in the same order; `stampLength` numbers each, NaN where nothing is. */
  readonly stamps: Float64Array;
  /** See `Found.hash`. */
  readonly hashes: readonly (string | undefined)[];
}

export interface BatchResult {
  /** As these files are now; NaN where one could not be read. */
  readonly stamps: Float64Array;
  /** By file: whether what is known of it still holds. */
  readonly isKnown: Uint8Array;
  /** The others that have markers, or were skipped. */
  readonly found: readonly Found[];
  /** The files that took long to search, by index. */
  readonly slow: readonly (readonly [index: number, milliseconds: number])[];
}

export interface Found {
  readonly index: number;
  readonly scan: FileScan;
  /** SHA-1 of the content, in Base64, where a tag stands in it. */
  readonly hash?: string;
}

/** Size, the two times and the inode of a file: when its content changes, so does its `ctime`. */
export const stampLength = 4;
