import { type EntryBase } from '../guidance/model';
import type { ItemGroup } from './heldItem';
import type { ReviewItem } from './reviewItem';
import { cleanLine } from '../text/markdown';
import { cut } from '../text/cut';

/** What is asked somewhere in the guidance; several places may ask the same. */
export interface Question {
  /** See `ReviewItem`. */
  readonly id: string;
  readonly ask: string;
  readonly why?: string;
  readonly for: ReviewItem['for'];
  readonly source: ReviewItem['source'];
  readonly group: ItemGroup;
}

/** What a diff says to a question. */
export interface Judgement extends Pick<ReviewItem, 'applies' | 'reason' | 'evidence' | 'auto'> {
  /** Paths of the changed files that it is about; `undefined`: the whole diff. */
  readonly scope: readonly string[] | undefined;
}

export interface JudgedQuestion {
  readonly question: Question;
  readonly judgement: Judgement;
}

/**
 * How items and answers name an entry: without spaces, so that it can stand in a line of text.
 *
 * @param folder path of the entry's folder: empty, or ending in `/`
 */
export function entryId(folder: string, id: string): string {
  return encodeURI(folder.replace(/\p{Surrogate}/gu, '\ufffd')) + id;
}

export function groupOf(
  folder: string,
  { id, title, kind }: EntryBase & { readonly kind: string },
): ItemGroup {
  return { id: `${folder}${kind}:${id}`, title: cleanLine(cut(title, 200)) };
}
