import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allSeen, newsIn, newsKey, newsWords } from '../../../src/client/walkthrough/news';

const step = (id: string, fingerprint = id) => ({ id, fingerprint, roles: [] });

describe('what is new in a walkthrough', () => {
  it('is nothing for who is here for the first time', () => {
    assert.equal(newsIn([step('a')], undefined).size, 0);
    assert.equal(newsWords(new Map()), '');
  });

  it('is what was added and what says something else', () => {
    const seen = allSeen([step('a'), step('b'), step('gone')]);
    const news = newsIn([step('c'), step('b', 'other'), step('a')], seen);
    assert.deepEqual(
      [...news],
      [
        ['c', 'new'],
        ['b', 'changed'],
      ],
    );
    assert.equal(newsWords(news), '1 step is new and 1 changed since your last visit.');
    assert.equal(newsWords(new Map([['a', 'changed']])), '1 step changed since your last visit.');
    assert.equal(newsWords(newsIn([step('x'), step('y')], {})), '2 steps are new since your last visit.');
  });

  it('is the same news whatever the order of the steps is, and other news when a step changes again', () => {
    const key = (outline: readonly ReturnType<typeof step>[]) => newsKey(outline, newsIn(outline, {}));
    assert.equal(key([step('a'), step('b')]), key([step('b'), step('a')]));
    assert.notEqual(key([step('a'), step('b')]), key([step('a'), step('b', 'other')]));
  });

  it('never is a step that moved or went, and nothing is once all is seen', () => {
    const ids = fc.uniqueArray(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor')));
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const seen = allSeen(before.map((id) => step(id)));
        const outline = after.map((id) => step(id));
        assert.deepEqual(
          [...newsIn(outline, seen).keys()].sort(),
          after.filter((id) => !before.includes(id)).sort(),
        );
        assert.equal(newsIn(outline, allSeen(outline)).size, 0);
      }),
    );
  });
});
