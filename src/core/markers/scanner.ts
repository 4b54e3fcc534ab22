import type { Range } from 'vscode-languageserver-types';
import type { CancelSignal } from '../host';
import type { MarkerTag } from './findMarkers';
import type { MarkerKind, MarkerPartName } from './marker';

/** A marker of a file, apart from the file's text; JSON. */
export interface ScannedMarker extends Readonly<Partial<Record<MarkerPartName, string>>> {
  readonly tag: string;
  readonly kind: MarkerKind;
  /** The tag, as it is written. */
  readonly range: Range;
  /** See `Marker.text`. */
  readonly text: string;
  /**
   * What it says, whoever and wherever: the same marker on another line, or in a file of another name, has the same
   * fingerprint, and so have two that say the same.
   */
  readonly fingerprint: string;
  /** Ids of the entries that `leadlight-ignore` excuses here; absent where it excuses none. */
  readonly excused?: readonly string[];
}

/** The markers of a file, in order; a file without any is not reported. */
export interface ScannedFile {
  /** Relative to the folder that was scanned, separated by `/`. */
  readonly path: string;
  readonly markers: readonly ScannedMarker[];
}

/** A file that took long to search. */
export interface SlowFile {
  readonly path: string;
  readonly milliseconds: number;
}

/** What takes less is not told. */
export const slowFileMilliseconds = 20;

/**
 * A file that was left out, and why, in words that end the sentence "was not scanned: it ...". The path `.` is the
 * folder itself, which was not scanned as a whole.
 */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}

export interface ScanRequest {
  /** URI of the folder, ending in `/`. */
  readonly root: string;
  readonly files: readonly ScanTarget[];
  /** What is looked for: a target names one of these lists. */
  readonly tagSets: readonly (readonly MarkerTag[])[];
  readonly signal?: CancelSignal;
  onFile(file: ScannedFile): void;
  onSkipped(skipped: SkippedFile): void;
  onSlow?(slow: SlowFile): void;
  /** How many files are done; not for every one. */
  onProgress?(done: number): void;
}

export interface ScanTarget {
  readonly path: string;
  /** Index into `tagSets`. */
  readonly tagSet: number;
}

/** Looks for markers in files on disk, as fast as this process can. Resolves when all is done or the signal is aborted. */
export interface MarkerScanner {
  scan(request: ScanRequest): Promise<void>;
  dispose(): void;
}
