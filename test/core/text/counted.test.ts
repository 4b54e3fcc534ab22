import assert from 'node:assert/strict';
import { counted } from '../../../src/core/text/counted';

describe('counted', () => {
  it('has one of a thing, and more or none of them', () => {
    assert.deepEqual(
      [0, 1, 2, 0.5].map((count) => counted(count, 'day')),
      ['0 days', '1 day', '2 days', '0.5 days'],
    );
    assert.equal(counted(2, 'entry', 'entries'), '2 entries');
  });
});
