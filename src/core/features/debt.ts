import type { Level } from '../guidance/schema';
import type { CancelSignal } from '../host';
import type { MarkerPartName } from '../markers/marker';
import type { ScannedMarker, SkippedFile } from '../markers/scanner';
import type { FileOwner } from './owners';

/** A marker of the workspace with what is known around it; JSON. */
export interface DebtMarker extends ScannedMarker {
  readonly uri: string;
  /** Relative to its workspace folder. */
  readonly path: string;
  /** Name of the area, and who leads it now. */
  readonly area?: string;
  readonly lead?: string;
  /** Of the policy that holds for it. */
  readonly level: Level;
  /** What the team's policy still wants on it. */
  readonly missing: readonly MarkerPartName[];
  /** The last day: the written one, or the one by which the policy lets it expire. */
  readonly deadline?: string;
  readonly isOverdue: boolean;
  readonly isMine: boolean;
  /** Whether the current branch added it; `undefined` where git does not tell. */
  readonly isNew?: boolean;
  /** The day it was written, from blame; `undefined` until that is known. */
  readonly since?: string;
}

export type DebtGrouping = 'folder' | 'file' | 'tag' | 'owner' | 'area' | 'age' | 'due' | 'cost';

/** All that are set must hold. */
export interface DebtFilter {
  /** Words that its text, tag, owner, issue or path hold, without case. */
  readonly text?: string;
  readonly tags?: readonly string[];
  readonly mine?: boolean;
  readonly overdue?: boolean;
  readonly unowned?: boolean;
  /** Only what this branch added. */
  readonly branch?: boolean;
  /** Suppressions are counted, and shown only when asked for. */
  readonly suppressions?: boolean;
}

export interface DebtQuery {
  readonly groupBy: DebtGrouping;
  readonly filter: DebtFilter;
  /** Handles of the reader, see the setting `leadlight.me`. */
  readonly me: readonly string[];
  /** Ids of the groups around the wanted nodes, from outside inwards; empty for the top. */
  readonly inside: readonly string[];
}

export interface DebtResult {
  readonly nodes: readonly DebtNode[];
  /** Markers that fit the filter, and all markers, without suppressions unless they were asked for. */
  readonly shown: number;
  readonly total: number;
  readonly suppressions: number;
  /** Overdue and the reader's own, whatever the filter: the badge. */
  readonly overdueAndMine: number;
  readonly scan: DebtScan;
  /** Where days come from blame: in how many files of those with markers they are known, and why they may be wrong. */
  readonly ages?: { readonly done: number; readonly files: number; readonly partial?: string };
  /** With the filter `branch`: what the branches left, such as `origin/main`; empty where git does not tell. */
  readonly bases?: readonly string[];
}

/** How far the scan of the workspace is. */
export interface DebtScan {
  readonly state: 'never' | 'running' | 'done' | 'cancelled';
  readonly done: number;
  readonly files: number;
  /** How many files were left out, by reason; without a number where nobody counted them. */
  readonly skipped: readonly { readonly reason: string; readonly count?: number }[];
}

/** A file that the scan left out; `path` is relative to its workspace folder. */
export interface LeftOutFile extends SkippedFile {
  readonly uri: string;
}

export type DebtNode =
  | {
      readonly kind: 'group';
      /** Unique among its siblings. */
      readonly id: string;
      readonly label: string;
      readonly count: number;
      readonly overdue: number;
      /** Of a folder or a file. */
      readonly uri?: string;
      /** Of a file. */
      readonly owner?: FileOwner;
    }
  | {
      readonly kind: 'marker';
      readonly id: string;
      readonly marker: DebtMarker;
      /** Of its file. */
      readonly owner?: FileOwner;
    }
  /** What is too much for one list. */
  | { readonly kind: 'more'; readonly id: string; readonly count: number };

export type DebtFormat = 'markdown' | 'csv' | 'json';

export interface ScanOptions {
  readonly signal?: CancelSignal;
  onProgress?(scan: DebtScan): void;
}
