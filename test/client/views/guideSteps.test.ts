import assert from 'node:assert/strict';
import {
  guideEnds,
  guideHint,
  guideStart,
  guideSteps,
  guideTitle,
} from '../../../src/client/views/guideSteps';
import { answered, item, review } from './reviewItems';

describe('the guided review', () => {
  it('shows the question, where one is, and what was said', () => {
    assert.equal(
      guideTitle(item(), 2, 12),
      '3 of 12: Do the parts of every division of money add up to the whole?',
    );
    assert.equal(guideHint(item()), 'Now open. 1 changed file matches src/payments/**.');
    assert.equal(
      guideHint(answered('pass', { stale: 'src/a.ts changed.' })),
      'Now stale, was pass. src/a.ts changed.',
    );
    assert.equal(
      guideHint(item({ applies: undefined, reason: 'One file could not be read.' })),
      'Now open, may not apply. One file could not be read.',
    );
  });

  it('offers what can be done with an item, and no more', () => {
    const steps = (one = item(), at = 0, paths = ['a']) =>
      guideSteps(one, { at, all: 2, paths }).map(({ does }) => does);
    assert.deepEqual(steps(), ['pass', 'na', 'concern', 'code', 'why', 'next']);
    assert.deepEqual(steps(answered('na', { why: '' }), 1, []), [
      'pass',
      'na',
      'concern',
      'open',
      'next',
      'back',
    ]);
  });

  it('says that the summary comes next', () => {
    const last = guideSteps(item(), { at: 1, all: 2, paths: [] }).find(({ does }) => does === 'next');
    assert.equal(last?.label, 'To the Summary');
  });

  it('begins where one was, or else where something is left to do', () => {
    const items = [
      answered('pass', { id: 'a' }),
      answered('pass', { id: 'b', stale: 'x' }),
      item({ id: 'c' }),
    ];
    assert.equal(guideStart(items, 'c'), 'c');
    assert.equal(guideStart(items, undefined), 'b');
    assert.equal(guideStart(items, 'gone'), 'b');
    assert.equal(guideStart([answered('pass', { id: 'a' })], undefined), 'a');
    assert.equal(guideStart([], undefined), undefined);
  });

  it('ends with what is left, and with what can be shared', () => {
    const ends = (isChecklist: boolean, ...items: Parameters<typeof review>[0]) =>
      guideEnds(review(items), isChecklist).map(({ does }) => does);
    assert.deepEqual(ends(false, item()), ['left', 'copy', 'done']);
    assert.deepEqual(ends(true, answered('pass')), ['copy', 'save', 'done']);
  });
});
