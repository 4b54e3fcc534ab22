import assert from 'node:assert/strict';
import { compileComparison, isComparison } from '../../../src/core/review/comparison';

describe('a comparison', () => {
  it('is read with white space around it, in time however much that is', () => {
    assert.ok(isComparison(' > 400 ') && compileComparison(' > 400 ').holds(401));
    assert.equal(isComparison(`${' '.repeat(300_000)}x`), false);
  });
});
