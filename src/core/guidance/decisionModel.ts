import type { Range } from 'vscode-languageserver-types';
import type { Selector } from '../match/selector';
import type { EntryBase } from './model';
import type { decisionStatuses, Level } from './schema';

/** An architecture decision record. Its id is the slug of its file without the number, which others may have, too. */
export interface Decision extends EntryBase {
  readonly kind: 'decision';
  readonly number?: number;
  /** The name of its file, without the ending. */
  readonly file: string;
  /** Absent where none is written, or none that can be read. */
  readonly status?: (typeof decisionStatuses)[number];
  /** As it was written, such as `Accepted (retroactive)`. */
  readonly statusText?: string;
  /** `2026-11-22` */
  readonly date?: string;
  readonly people: DecisionPeople;
  /** Markdown, as are the other two. */
  readonly context?: string;
  readonly decision?: string;
  readonly consequences?: string;
  readonly links: readonly DecisionReference[];
  readonly supersedes: readonly DecisionReference[];
  readonly supersededBy: readonly DecisionReference[];
  /** Absent: it governs no file. */
  readonly applies?: Selector;
  /** What is asked in reviews of what it governs. */
  readonly checklist: readonly string[];
  /** How loudly a reference to it is a problem once it is superseded. */
  readonly level?: Level;
}

/** Who had a part in a decision; names and handles as they were written. */
export interface DecisionPeople {
  readonly deciders: readonly string[];
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
  /** Who wrote it, or answers for it. */
  readonly contact: readonly string[];
}

/** What stands for another decision, or for anything else that a decision links to. */
export interface DecisionReference {
  /** Plain text. */
  readonly text: string;
  /** Where a link leads, as it was written. */
  readonly target?: string;
  readonly range: Range;
}
