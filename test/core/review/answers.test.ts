import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Answer } from '../../../src/core/review/answer';
import { answerOf, latestAnswers } from '../../../src/core/review/answers';
import { changed, diffOf, heldItem, heldReview } from './diffFixture';

const answers = fc.record(
  {
    version: fc.constant(1 as const),
    item: fc.constantFrom('r/a', 'r/b', '__proto__'),
    state: fc.constantFrom<Answer['state']>('open', 'pass', 'na', 'concern'),
    note: fc.constantFrom('', 'n'),
    role: fc.constantFrom<Answer['role']>('author', 'reviewer'),
    at: fc.constantFrom('2026-11-22T12:00:00Z', '2026-11-22T12:00:00.500Z', '2026-11-22T12:00:01Z'),
    fingerprint: fc.constantFrom('1', '2'),
  },
  { noNullPrototype: true },
);

describe('answers', () => {
  it('are the same in whatever order, and however often, they come', () => {
    fc.assert(
      fc.property(fc.array(answers), fc.constantFrom(undefined, 'author' as const), (given, role) => {
        const shuffled = [...given.toReversed(), ...given];
        const sorted = (all: ReturnType<typeof latestAnswers>) =>
          [...all].sort(([a], [b]) => (a < b ? -1 : 1));
        assert.deepEqual(sorted(latestAnswers(shuffled, role)), sorted(latestAnswers(given, role)));
      }),
    );
  });

  it('count by the moment at which they were given', () => {
    fc.assert(
      fc.property(fc.array(answers), (given) => {
        for (const [item, { at }] of latestAnswers(given)) {
          const moments = given.filter((each) => each.item === item).map((each) => Date.parse(each.at));
          assert.equal(Date.parse(at), Math.max(...moments));
        }
      }),
    );
  });

  it('are kept with what they are about', () => {
    const diff = diffOf([changed('a.ts'), changed('b.ts')]);
    const held = heldReview(diff, [heldItem(diff, 'r/a', { scope: ['b.ts'] })]);
    const now = new Date('2026-11-22T12:00:00Z');
    const answer = answerOf(held, { item: 'r/a', state: 'na', note: 'n', role: 'author' }, now);
    assert.deepEqual(answer, {
      version: 1,
      item: 'r/a',
      state: 'na',
      note: 'n',
      role: 'author',
      at: '2026-11-22T12:00:00.000Z',
      fingerprint: held.items[0]!.item.fingerprint,
      files: { 'b.ts': diff.files[1]!.fingerprint },
    });
    assert.equal(answerOf(held, { item: 'r/b', state: 'pass', role: 'author' }, now), undefined);
  });
});
