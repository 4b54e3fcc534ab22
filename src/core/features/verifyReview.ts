import type { ReviewRole } from '../review/answer';
import type { HeldReview } from '../review/heldItem';
import { readAnswers } from '../review/readAnswers';
import type { ReviewItem } from '../review/reviewItem';
import { reviewOf } from './checklist';

/** How far a text, such as the body of a pull request, answers a review. */
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
  // Whoever gave the answers: the text is the team's.
  const answers = read.answers.map(({ answer }) => (role === undefined ? answer : { ...answer, role }));
  const { groups } = reviewOf(held, { answers, ...(role && { role }) });
  const items = groups.flatMap((group) => group.items);
  const isStale = ({ id, stale }: ReviewItem) => stale !== undefined || read.stale.has(id);
  return {
    unanswered: items.filter((item) => item.state === 'open' && !isStale(item)),
    stale: items.filter(isStale),
    items: items.length,
    problems: read.problems,
  };
}
