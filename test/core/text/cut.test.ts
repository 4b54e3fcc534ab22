import assert from 'node:assert/strict';
import { cut } from '../../../src/core/text/cut';

describe('cut', () => {
  it('leaves alone what is short enough', () => {
    assert.equal(cut('', 0), '');
    assert.equal(cut('abc', 3), 'abc');
    assert.equal(cut('a\u{1f4a9}', 3), 'a\u{1f4a9}');
  });

  it('cuts no character in two', () => {
    assert.equal(cut('abcd', 3), 'abc …');
    assert.equal(cut('a\u{1f4a9}b', 2), 'a …');
    assert.equal(cut('a\u{1f4a9}b', 3), 'a\u{1f4a9} …');
    assert.equal(cut('\ud83dab', 1), '\ud83d …');
  });
});
