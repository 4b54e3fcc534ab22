import assert from 'node:assert/strict';
import { reviewMessage } from '../../../src/client/views/reviewMessage';
import { commitWords, leftWords, progressOf, summaryWords } from '../../../src/client/views/reviewWords';
import type { ReviewResult } from '../../../src/core/review/reviewItem';
import { answered, item, review } from './reviewItems';

describe('reviewMessage', () => {
  it('says what is compared, and how much', () => {
    assert.equal(said(review([item()])), 'Changes of fix/rounding since origin/main: 2 files, +12 −3.');
  });

  it('says so on a detached head', () => {
    const detached = review([item()], { files: 1 });
    Reflect.deleteProperty(detached, 'branch');
    assert.equal(said(detached), 'Changes since origin/main: 1 file, +12 −3.');
  });

  it('says why nothing is compared, and what a reader should know', () => {
    const withoutDiff = 'There is no git here: all questions are asked.';
    const notes = ['A merge is in progress.', 'The clone is\nshallow.'];
    assert.equal(
      said(review([item()], { withoutDiff, notes })),
      `${withoutDiff} A merge is in progress. The clone is shallow.`,
    );
  });

  it('says what is left out, and that nothing is asked', () => {
    const result = review([], { others: [item()] });
    assert.equal(
      reviewMessage({ result, role: 'author', isMine: true, isChecklist: false }),
      'Changes of fix/rounding since origin/main: 2 files, +12 −3. No question is about this. Questions for the author. Only what is about files of yours.',
    );
  });

  it('leaves the word to the welcome where nothing is written', () => {
    assert.equal(said(review([])), '');
  });

  it('says nothing of a diff where a checklist was opened by itself', () => {
    const facts = { result: review([item()]), role: 'both', isMine: false, isChecklist: true } as const;
    assert.equal(reviewMessage(facts), '');
  });
});

describe('how far a review is', () => {
  const result = review([
    item(),
    answered('pass'),
    answered('na'),
    answered('concern'),
    answered('pass', { stale: 'It changed.' }),
  ]);

  it('counts a concern as an answer, and a stale answer as none', () => {
    assert.deepEqual(progressOf(result), { done: 3, all: 5 });
    assert.equal(leftWords(result), '1 open, 1 stale');
    assert.equal(summaryWords(result), '5 items: 1 pass, 1 not applicable, 1 concern, 1 open, 1 stale');
  });

  it('has nothing left where all is answered, and where nothing is asked', () => {
    assert.equal(leftWords(review([answered('pass')])), '');
  });

  it('says in the box for a commit message what is left, where a diff is known', () => {
    const words = (open: number, stale: number, base: string | undefined = 'main') =>
      commitWords({ counts: { pass: 3, na: 0, concern: 0, open, stale }, ...(base !== '' && { base }) });
    assert.equal(words(2, 1), '2 items open, 1 stale');
    assert.equal(words(1, 0), '1 item open');
    assert.equal(words(0, 2), '2 items stale');
    assert.equal(words(0, 0), undefined);
    assert.equal(words(2, 1, ''), undefined);
  });

  it('is short where nothing is asked', () => {
    assert.equal(summaryWords(review([])), '0 items: none');
  });
});

function said(result: ReviewResult): string {
  return reviewMessage({ result, role: 'both', isMine: false, isChecklist: false });
}
