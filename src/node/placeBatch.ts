import type { CountedSelector } from '../core/places/countedSelector';

/** What a thread is told before its first batch, and again before that of another count. */
export interface PlaceInput {
  /** Path of the folder, ending in a separator. */
  readonly folder: string;
  readonly selectors: readonly CountedSelector[];
  readonly sets: readonly (readonly number[])[];
}

/** Some files; what would be an object for each costs more to send than to look at. */
export interface PlaceBatch {
  /** Relative to the folder, joined by NUL, which no path holds. */
  readonly paths: string;
  /** By file, the index of its set. */
  readonly setOf: Uint32Array;
}

/** For each selector that finds something in a file: the index of the file, of the selector, and how many places. */
export type PlaceResult = Uint32Array;

export const resultLength = 3;
