import type { Verification } from '../core/features/verifyReview';
import type { ReviewItem } from '../core/review/reviewItem';
import { counted } from '../core/text/counted';
import { cleanLine } from '../core/text/markdown';

/** What a text leaves open, for a person. */
export function verifyText({ unanswered, stale, items, problems }: Verification): string {
  const answered = items - unanswered.length - stale.length;
  return [
    ...listed('Not answered:', unanswered),
    ...listed('Stale, since what they are about changed:', stale),
    ...(problems.length === 0
      ? []
      : ['About this text:', ...problems.map((each) => `  ${cleanLine(each)}`), '']),
    items === 0
      ? 'Nothing is asked of this change.'
      : `${answered} of ${counted(items, 'item')} answered, ${unanswered.length} not, ${stale.length} stale.`,
    '',
  ].join('\n');
}

function listed(title: string, items: readonly ReviewItem[]): readonly string[] {
  if (items.length === 0) return [];
  return [title, ...items.map(({ ask, id }) => `  ${cleanLine(ask)} (${cleanLine(id)})`), ''];
}

export function verifyJson({ unanswered, stale, items, problems }: Verification): object {
  return {
    ok: unanswered.length === 0 && stale.length === 0,
    items,
    unanswered: unanswered.map(({ id, ask, reason }) => ({ id, ask, reason })),
    stale: stale.map(({ id, ask, stale: reason }) => ({ id, ask, ...(reason !== undefined && { reason }) })),
    problems,
  };
}
