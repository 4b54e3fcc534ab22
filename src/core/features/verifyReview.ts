import type { ReviewRole } from '../review/answer';
import type { HeldReview } from '../review/heldItem';
import { readAnswers } from '../review/readAnswers';
import type { ReviewItem } from '../review/reviewItem';
import { counted } from '../text/counted';
import { reviewOf } from './checklist';

/**
 * How far a text, such as the body of a pull request, answers a review. What lost its comment answers nothing: nobody can
 * tell whether it is still true.
 */
export interface Verification {
  /** Of the items that apply. */
  readonly unanswered: readonly ReviewItem[];
  /** What they are about changed after they were answered. */
  readonly stale: readonly ReviewItem[];
  /** How many apply. */
  readonly items: number;
  /** What could not be read, a sentence each. */
  readonly problems: readonly string[];
}

export interface VerifyOptions {
  /** Items for this role, and those for anyone; without one all. */
  readonly role?: ReviewRole;
  /** ISO 8601 in UTC. */
  readonly now: string;
}

export function verifyReview(text: string, held: HeldReview, { role, now }: VerifyOptions): Verification {
  const read = readAnswers(text, held, { role: role ?? 'author', now });
  const told = read.answers.filter(({ answer }) => !read.bare.has(answer.item));
  // Whoever gave the answers: the text is the team's.
  const answers = told.map(({ answer }) => (role === undefined ? answer : { ...answer, role }));
  const { groups } = reviewOf(held, { answers, ...(role && { role }) });
  const items = groups.flatMap((group) => group.items);
  const isStale = ({ id, stale }: ReviewItem) => stale !== undefined || read.stale.has(id);
  return {
    unanswered: items.filter((item) => item.state === 'open' && !isStale(item)),
    stale: items.filter(isStale),
    items: items.length,
    problems: read.bare.size === 0 ? read.problems : [bareProblem(read.bare.size), ...read.problems],
  };
}

function bareProblem(count: number): string {
  return (
    `${counted(count, 'answer')} counted as not given, since nobody can tell which change is meant: ` +
    'the comments of the block are gone. Paste it as Leadlight wrote it, with its comments.'
  );
}
