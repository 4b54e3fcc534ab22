import assert from 'node:assert/strict';
import { sparkline } from '../../../src/core/text/sparkline';

describe('sparkline', () => {
  it('is in proportion, from nothing to the most', () => {
    assert.equal(sparkline([0, 1, 2, 3, 4, 5, 6, 7]), '▁▂▃▄▅▆▇█');
    assert.equal(sparkline([100, 103, 0]), '██▁');
    assert.equal(sparkline([0, 0]), '▁▁');
    assert.equal(sparkline([]), '');
  });
});
