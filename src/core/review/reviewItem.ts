import type { Range } from 'vscode-languageserver-types';
import type { FileOwner } from '../features/owners';
import type { Answer, AnswerState, Concern, ReviewRole } from './answer';
import type { Evidence } from './verdict';

/** A question of a checklist, or of a philosophy, held against a diff; JSON. */
export interface ReviewItem {
  /**
   * Unique in a workspace folder, and the same as long as its entry and its own id are: `review/is-tested`, and with
   * the folder in front where guidance is nested: `packages/api/review/is-tested`.
   */
  readonly id: string;
  /** One line of plain text. */
  readonly ask: string;
  /** Markdown, as it was written. */
  readonly why?: string;
  readonly for: ReviewRole | 'anyone' | 'team';
  /** Of its source, for a link. */
  readonly source: { readonly uri: string; readonly range: Range };
  /** `undefined` where it cannot be told: it is asked, and marked. */
  readonly applies: boolean | undefined;
  /** One plain sentence that says why it applies or not. */
  readonly reason: string;
  readonly evidence: readonly Evidence[];
  /** What a machine saw; it answers for nobody. */
  readonly auto?: {
    readonly result: 'pass' | 'attention';
    readonly reason: string;
    readonly evidence: readonly Evidence[];
  };
  /** Of the part of the diff that it is about. */
  readonly fingerprint: string;
  /** What was answered, as far as the answers that were given with the query tell. */
  readonly state: AnswerState | 'open';
  /** The answer itself. */
  readonly answer?: Answer;
  /** What the answer was about has changed since; one plain sentence that names the files. */
  readonly stale?: string;
}

export interface ReviewQuery {
  /** URI of the workspace folder; without one the first that has a repository. */
  readonly folder?: string;
  /** A ref that a person picked. */
  readonly base?: string;
  /** Items for this role, and those for anyone; without one all. */
  readonly role?: ReviewRole;
  /** Only items about files of which the reader is an owner. */
  readonly mine?: boolean;
  /** A checklist that is opened by itself, by its `id` in `ChecklistSummary`: it has no diff, and all of it is asked. */
  readonly checklist?: string;
  /** Handles of the reader, see the setting `leadlight.me`. */
  readonly me: readonly string[];
  /** What this person answered so far. */
  readonly answers: readonly Answer[];
}

export interface ReviewResult {
  /** URI, ending in `/`. */
  readonly folder: string;
  /** What was compared with, and which branch; absent without a diff. */
  readonly base?: string;
  readonly baseCommit?: string;
  readonly branch?: string;
  readonly files: number;
  readonly added: number;
  readonly deleted: number;
  /** Paths of changed files, as in `Evidence`: the first 200, for items that are about all. Absent without a diff. */
  readonly paths?: readonly string[];
  /** Of `paths` and of what the items' evidence names, those of added files: they have no old text. */
  readonly addedPaths?: readonly string[];
  /** Who owns the files that the items name. */
  readonly owners?: readonly OwnedPath[];
  /** Why there is no diff, so that everything is asked; one sentence that says what can be done. */
  readonly withoutDiff?: string;
  /** What a reader should know, a sentence each. */
  readonly notes: readonly string[];
  /** Items that apply, by checklist, philosophy or area. */
  readonly groups: readonly ReviewGroup[];
  /** Items that do not apply. */
  readonly others: readonly ReviewItem[];
  /** How many these are, and why; one line. Absent where all apply. */
  readonly othersLine?: string;
  /** Of the items that apply; a stale answer counts as stale only. */
  readonly counts: Readonly<Record<AnswerState | 'open' | 'stale', number>>;
}

/** A file, relative to the workspace folder, with its owner. */
export interface OwnedPath extends FileOwner {
  readonly path: string;
}

export interface ReviewGroup {
  /** Unique in the result. */
  readonly id: string;
  readonly title: string;
  readonly items: readonly ReviewItem[];
}

/** What a person says to an item. */
export interface AnswerDraft {
  readonly item: string;
  readonly state: AnswerState | 'open';
  readonly note?: string;
  readonly role: ReviewRole;
}

/** `markdown`: a block for the body of a pull request; `trailers`: lines for a commit message. */
export type ReviewFormat = 'markdown' | 'trailers' | 'text' | 'json';

export interface ReviewExportQuery extends ReviewQuery {
  readonly format: ReviewFormat;
  readonly concerns: readonly Concern[];
}

/** What was read back from a block that somebody may have edited. */
export interface ReadBlock {
  /** Answers that differ from those of the query, or that it lacks. */
  readonly answers: readonly Answer[];
  /** What could not be read, a sentence each. */
  readonly problems: readonly string[];
}

/** A checklist that can be opened by itself. */
export interface ChecklistSummary {
  readonly id: string;
  readonly title: string;
  readonly items: number;
  /** Whether the team wrote it, or Leadlight brings it along. */
  readonly from: 'team' | 'starter';
  readonly source: { readonly uri: string; readonly range: Range };
}
