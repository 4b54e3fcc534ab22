import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mapBounded } from '../../../src/client/link/mapBounded';

describe('mapBounded', () => {
  it('keeps the order, maps each item once, and never more at a time than it may', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(3), { maxLength: 40 }),
        fc.integer({ min: 1, max: 6 }),
        async (turns, limit) => {
          let working = 0;
          let most = 0;
          const results = await mapBounded([...turns.entries()], limit, async ([index, waits]) => {
            most = Math.max(most, ++working);
            for (let turn = 0; turn < waits; turn++) await Promise.resolve();
            working--;
            return index;
          });
          assert.deepEqual(results, [...turns.keys()]);
          assert.equal(most <= limit, true);
          assert.equal(most >= Math.min(limit, turns.length, 1), true);
        },
      ),
    );
  });

  it('rejects when an item does', async () => {
    await assert.rejects(
      mapBounded([1, 2], 2, (item) =>
        item === 2 ? Promise.reject(new Error('two')) : Promise.resolve(item),
      ),
      /two/,
    );
  });
});
