import assert from 'node:assert/strict';
import { createLimiter } from '../../src/node/limiter';

describe('createLimiter', () => {
  it('runs all, in order, never more at a time than it may', async () => {
    const limit = createLimiter(3);
    const started: number[] = [];
    let running = 0;
    let most = 0;
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        limit(async () => {
          started.push(n);
          most = Math.max(most, ++running);
          for (let pause = 0; pause < n % 5; pause++) await Promise.resolve();
          running--;
          return n;
        }),
      ),
    );
    assert.deepEqual(results, [...Array(50).keys()]);
    assert.deepEqual(started, [...Array(50).keys()]);
    assert.equal(most, 3);
  });

  it('goes on after an action that failed', async () => {
    const limit = createLimiter(1);
    const results = await Promise.allSettled([
      limit(() => Promise.reject(new Error('no'))),
      limit(() => Promise.resolve('yes')),
    ]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['rejected', 'fulfilled'],
    );
  });
});
