import type { Answer, ReviewRole } from './answer';
import { answerFiles, filesIn, staleness } from './fingerprints';
import type { HeldItem, HeldReview } from './heldItem';
import type { AnswerDraft, ReviewItem } from './reviewItem';

/** Answers to the items of a review, by item. */
export type AnswersByItem = ReadonlyMap<string, Answer>;

/** The answer that counts for each item: of each role the latest, and without a role the latest of all. */
export function latestAnswers(answers: readonly Answer[], role?: ReviewRole): AnswersByItem {
  const latest = new Map<string, Answer>();
  for (const answer of answers) {
    if (role !== undefined && answer.role !== role) continue;
    const other = latest.get(answer.item);
    if (other === undefined || isLater(answer, other)) latest.set(answer.item, answer);
  }
  return latest;
}

/** Whether an answer counts before another; of two from one moment it is always the same one. */
export function isLater(answer: Answer, other: Answer): boolean {
  const [a, b] = [moment(answer.at), moment(other.at)];
  return a === b ? JSON.stringify(answer) > JSON.stringify(other) : a > b;
}

/** So that texts with and without fractions of a second compare as moments do. */
function moment(at: string): string {
  return at.replace(/Z$/, '');
}

/** An item with what was answered to it. */
export function withAnswer(
  { item, scope }: HeldItem,
  { diff }: HeldReview,
  answers: AnswersByItem,
): ReviewItem {
  const answer = answers.get(item.id);
  if (answer === undefined || answer.state === 'open') return { ...item, state: 'open' };
  const stale = staleness(answer, { diff, scope, fingerprint: item.fingerprint });
  return { ...item, state: answer.state, answer, ...(stale !== undefined && { stale }) };
}

/** What to keep of what a person says to an item as it is now; `undefined` where there is no such item. */
export function answerOf({ diff, items }: HeldReview, draft: AnswerDraft, now: Date): Answer | undefined {
  const found = items.find(({ item }) => item.id === draft.item);
  if (found === undefined) return undefined;
  return {
    version: 1,
    item: draft.item,
    state: draft.state,
    ...(draft.note !== undefined && { note: draft.note }),
    role: draft.role,
    at: now.toISOString(),
    fingerprint: found.item.fingerprint,
    ...(diff !== undefined && { files: answerFiles(filesIn(diff, found.scope)) }),
  };
}
