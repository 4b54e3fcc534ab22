import assert from 'node:assert/strict';
import fc from 'fast-check';
import { minimalEdit } from '../../../src/core/text/minimalEdit';

const texts = fc
  .array(fc.constantFrom('a', 'b', '\r\n', '\n', '\r', '\u{1F600}', '\u{1F601}'))
  .map((parts) => parts.join(''));

describe('the least change between two texts', () => {
  it('makes the one the other, and parts no line end and no character', () => {
    fc.assert(
      fc.property(texts, texts, (from, to) => {
        const { start, end, text } = minimalEdit(from, to);
        assert.equal(from.slice(0, start) + text + from.slice(end), to);
        for (const at of [start, end])
          assert.doesNotMatch(
            from.slice(Math.max(at - 1, 0), at + 1),
            /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/,
          );
        assert.doesNotMatch(text, /\p{Surrogate}/u);
      }),
    );
  });

  it('is small', () => {
    assert.deepEqual(minimalEdit('one two three', 'one 2 three'), { start: 4, end: 7, text: '2' });
    assert.deepEqual(minimalEdit('aa', 'aaa'), { start: 2, end: 2, text: 'a' });
    assert.deepEqual(minimalEdit('same', 'same'), { start: 4, end: 4, text: '' });
  });
});
