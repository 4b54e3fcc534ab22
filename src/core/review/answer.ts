import type { ContentAnchor } from '../text/contentAnchor';

/** What a person can say to an item; an item that nobody answered is open. */
export type AnswerState = 'pass' | 'na' | 'concern';

/** As what a person answers. */
export type ReviewRole = 'author' | 'reviewer';

/** One person's answer to one item. JSON; it is kept by the editor, and shared only by who wrote it. */
export interface Answer {
  readonly version: 1;
  /** The item's `id`. */
  readonly item: string;
  /** `open` where an answer was taken back, so that of two windows the later word counts. */
  readonly state: AnswerState | 'open';
  /** The reason of `na`, the note of `concern`; may stand beside `pass`. */
  readonly note?: string;
  readonly role: ReviewRole;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Of the part of the diff that the item was about when it was answered. */
  readonly fingerprint: string;
  /** Fingerprints of the files of that part, by path, so that a stale answer can say what changed; may be cut short. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A comment on lines of the working tree that its writer may share. JSON. */
export interface Concern {
  readonly version: 1;
  readonly id: string;
  /** The item it was raised for. */
  readonly item?: string;
  /** Relative to the workspace folder. */
  readonly path: string;
  /** The branch that was checked out; absent on a detached head and without git. */
  readonly branch?: string;
  readonly anchor: ContentAnchor;
  /** What was written, oldest first. */
  readonly comments: readonly { readonly text: string; readonly at: string }[];
  readonly state: 'open' | 'resolved' | 'deleted';
  /** When any of this was last changed; ISO 8601 in UTC. */
  readonly at: string;
}
