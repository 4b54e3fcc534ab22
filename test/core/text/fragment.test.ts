import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesOfFragment } from '../../../src/core/text/fragment';

const text = [
  '# The shop',
  '```md',
  '# Not a heading',
  '```',
  '## Where money moves: *settlement*, `fees` & more ##',
  'text',
  '## Über 2 Wörter',
  '## The shop',
  '### [A link](a.md) here',
  '#hash',
].join('\n');

describe('the part of a link behind its #', () => {
  it('is lines, from 1, as far as there are some', () => {
    assert.deepEqual(linesOfFragment(text, 'L2'), { start: 1, end: 1 });
    assert.deepEqual(linesOfFragment(text, 'L2-L4'), { start: 1, end: 3 });
    assert.deepEqual(linesOfFragment(text, 'L2C3-L4C1'), { start: 1, end: 3 });
    assert.deepEqual(linesOfFragment(text, 'L2-400'), { start: 1, end: 9 });
    assert.deepEqual(linesOfFragment(text, 'L4-L2'), { start: 3, end: 3 });
    for (const none of ['L0', 'L11', 'L', 'L2-', 'l2', '2'])
      assert.equal(linesOfFragment(text, none), undefined, none);
  });

  it('is a heading by the name that GitHub gives it', () => {
    const line = (name: string) => linesOfFragment(text, name)?.start;
    assert.equal(line('the-shop'), 0);
    assert.equal(line('The-Shop'), 0);
    assert.equal(line('the-shop-1'), 7);
    assert.equal(line('where-money-moves-settlement-fees--more'), 4);
    assert.equal(line('über-2-wörter'), 6);
    assert.equal(line('a-link-here'), 8);
    for (const none of ['not-a-heading', 'hash', 'constructor', ''])
      assert.equal(line(none), undefined, none);
  });

  it('never is a line that is not there', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.oneof(
          fc.string(),
          fc.nat().map((line) => `L${line}`),
        ),
        (any, fragment) => {
          const lines = linesOfFragment(any, fragment);
          if (lines === undefined) return;
          assert.ok(
            lines.start >= 0 && lines.start <= lines.end && lines.end < any.split(/\r\n|\r|\n/).length,
          );
        },
      ),
    );
  });
});
