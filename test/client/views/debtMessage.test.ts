import assert from 'node:assert/strict';
import { type DebtFacts, debtMessage } from '../../../src/client/views/debtMessage';
import { result } from './debtNodes';

const point = (day: string, markers: number) => ({ day, markers, commit: 'c', inflow: 0, outflow: 0 });

describe('debtMessage', () => {
  it('has nothing to say above a tree that shows all', () => {
    check({}, '');
  });

  it('leaves an empty tree to the welcome', () => {
    check({ result: result({ nodes: [] }), filter: { mine: true }, git: 'none' }, '');
  });

  it('draws the trend and says it', () => {
    check(
      {
        trend: {
          points: [point('2026-01-01', 0), point('2026-02-01', 7), point('2026-03-01', 14)],
          medianAge: 1,
        },
      },
      '▁▅█ 14 markers committed, 14 more than on 2026-01-01, median age 1 day.',
    );
    check(
      {
        trend: { points: [point('2026-01-01', 2), point('2026-02-01', 1)], partial: 'The clone is shallow.' },
      },
      '█▅ 1 marker committed, 1 fewer than on 2026-01-01. The clone is shallow.',
    );
    check({ trend: { points: [point('2026-01-01', 2)] } }, '');
    check({ trendShare: 0.256 }, 'Reading history for the trend: 26%.');
  });

  it('says what is filtered, and how many are left', () => {
    check(
      { result: result({ shown: 1, total: 2 }), filter: { mine: true, tags: ['TODO'], text: 'cart' } },
      'Filter: mine, TODO, "cart". 1 of 2 shown.',
    );
  });

  it('says since when the branch adds', () => {
    check(
      { result: result({ shown: 1, total: 2, bases: ['origin/main'] }), filter: { branch: true } },
      'Filter: added by this branch (since it left origin/main). 1 of 2 shown.',
    );
  });

  it('counts suppressions as long as they are not shown', () => {
    check({ result: result({ suppressions: 3 }) }, '3 suppressions not listed.');
    check(
      { result: result({ suppressions: 3 }), filter: { suppressions: true } },
      'Filter: with suppressions.',
    );
  });

  it('says how far the scan is', () => {
    const scan = { done: 3, files: 10, skipped: [] };
    check({ result: result({ scan: { ...scan, state: 'running' } }) }, 'Looking at files: 3 of 10.');
    check(
      { result: result({ scan: { ...scan, state: 'cancelled' } }) },
      'The scan was cancelled after 3 of 10 files.',
    );
  });

  it('says what nobody counted', () => {
    const scan = { state: 'done', done: 9, files: 9 } as const;
    const unlisted = { reason: 'is not listed' };
    check(
      { result: result({ scan: { ...scan, skipped: [unlisted] } }) },
      'Files left out (more: it is not listed).',
    );
    check(
      { result: result({ scan: { ...scan, skipped: [{ reason: 'is binary', count: 2 }, unlisted] } }) },
      '2 files left out (more: it is not listed; 2: it is binary).',
    );
  });

  it('says what was left out, with the reasons that count most', () => {
    const skipped = [
      { reason: 'is binary', count: 1 },
      { reason: 'is too large', count: 9 },
      { reason: 'vanished', count: 2 },
      { reason: 'cannot be read', count: 3 },
    ];
    check(
      { result: result({ scan: { state: 'done', done: 20, files: 20, skipped } }) },
      '15 files left out (9: it is too large; 3: it cannot be read; 2: it vanished; and more).',
    );
  });

  it('says how far the ages are, where they are looked at', () => {
    const ages = { done: 3, files: 10 };
    check({ result: result({ ages }), groupBy: 'age' }, 'Ages are known in 3 of 10 files.');
    check({ result: result({ ages: { done: 10, files: 10 } }), groupBy: 'age' }, '');
    check(
      { result: result({ ages: { ...ages, partial: 'The clone is shallow.' } }), groupBy: 'age' },
      'Ages are known in 3 of 10 files. The clone is shallow.',
    );
    check({ result: result({ ages }), groupBy: 'folder' }, '');
    assert.doesNotMatch(
      messageOf({ result: result({ ages }), groupBy: 'age', git: 'untrusted' }),
      /known in/,
    );
  });

  it('says where git does not help', () => {
    assert.match(messageOf({ git: 'untrusted' }), /^Restricted Mode: .*trust/);
    assert.match(messageOf({ git: 'none' }), /there is no git/);
  });
});

function messageOf(facts: Partial<DebtFacts>): string {
  return debtMessage({
    result: result(),
    filter: {},
    groupBy: 'folder',
    trend: undefined,
    git: 'trusted',
    ...facts,
  });
}

function check(facts: Partial<DebtFacts>, expected: string): void {
  assert.equal(messageOf(facts), expected);
}
