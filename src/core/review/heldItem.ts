import type { Diff } from './diff';
import type { ReviewItem } from './reviewItem';

/** An item held against a diff, before anybody's answers: the same for every role. */
export interface HeldItem {
  readonly item: Omit<ReviewItem, 'state' | 'answer' | 'stale'>;
  readonly group: ItemGroup;
  /** Paths of the changed files that it is about; `undefined`: the whole diff. */
  readonly scope: readonly string[] | undefined;
  /** Whether the reader is an owner of one of these files, as far as it is known who reads. */
  readonly isMine: boolean;
}

/** The checklist, philosophy or area that an item comes from. */
export interface ItemGroup {
  /** Unique in a workspace folder. */
  readonly id: string;
  readonly title: string;
}

/** All items of a workspace folder, held against its diff, or what is asked without one. */
export interface HeldReview {
  /** URI, ending in `/`. */
  readonly folder: string;
  readonly diff?: Diff;
  /** Why there is no diff, one sentence. Absent for a checklist that is opened by itself, which needs none. */
  readonly withoutDiff?: string;
  /** What a reader should know of the items, a sentence each. */
  readonly notes: readonly string[];
  /** Every `ask` once, in the order of their groups. */
  readonly items: readonly HeldItem[];
}
