import type { Answer } from '../../../src/core/review/answer';
import type { ReviewItem, ReviewResult } from '../../../src/core/review/reviewItem';
import type { Evidence } from '../../../src/core/review/verdict';

/** A question of the shop's checklist; what is given differs. */
export function item(given: Partial<ReviewItem> = {}): ReviewItem {
  return {
    id: 'review/money-adds-up',
    ask: 'Do the parts of every division of money add up to the whole?',
    why: 'We refunded 100.01 for 100 once.',
    for: 'reviewer',
    source: {
      uri: 'file:///shop/.leadlight/review.yaml',
      range: { start: { line: 3, character: 0 }, end: { line: 3, character: 9 } },
    },
    applies: true,
    reason: '1 changed file matches src/payments/**.',
    evidence: [at('src/payments/refunds.ts', 11)],
    fingerprint: 'f1',
    state: 'open',
    ...given,
  };
}

/** An item that was answered, and may be stale. */
export function answered(
  state: Answer['state'],
  given: Partial<ReviewItem> & { note?: string } = {},
): ReviewItem {
  const { note, ...others } = given;
  const answer: Answer = {
    version: 1,
    item: 'review/money-adds-up',
    state,
    role: 'author',
    at: '2026-11-22T10:00:00.000Z',
    fingerprint: 'f1',
    ...(note !== undefined && { note }),
  };
  return item({ state, answer, ...others });
}

/** `line` is 0-based. */
export function at(path: string, line?: number): Evidence {
  if (line === undefined) return { path };
  return { path, range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } } };
}

/** A review of a branch with one group. */
export function review(items: readonly ReviewItem[], given: Partial<ReviewResult> = {}): ReviewResult {
  const left = items.filter(({ stale }) => stale === undefined);
  const of = (state: ReviewItem['state']) => left.filter((one) => one.state === state).length;
  return {
    folder: 'file:///shop/',
    base: 'origin/main',
    baseCommit: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
    branch: 'fix/rounding',
    files: 2,
    added: 12,
    deleted: 3,
    notes: [],
    groups: items.length === 0 ? [] : [{ id: 'review', title: 'Code review', items }],
    others: [],
    counts: {
      open: of('open'),
      pass: of('pass'),
      na: of('na'),
      concern: of('concern'),
      stale: items.length - left.length,
    },
    ...given,
  };
}
