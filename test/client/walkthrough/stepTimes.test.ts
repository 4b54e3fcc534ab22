import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type StepTimes, timeOf, withWatched } from '../../../src/client/walkthrough/stepTimes';

describe('how long a step was in view', () => {
  it('is counted for each step, and not while the machine slept', () => {
    let times: StepTimes = {};
    times = withWatched(times, { key: 'day', step: 'a', since: 0 }, 20_000);
    times = withWatched(times, { key: 'day', step: 'b', since: 20_000 }, 30_000);
    times = withWatched(times, { key: 'day', step: 'a', since: 30_000 }, 40_000);
    assert.deepEqual(times, { day: { a: 30_000, b: 10_000 } });
    times = withWatched(times, { key: 'day', step: 'a', since: 40_000 }, 40_000 + 8 * 3_600_000);
    assert.equal(timeOf(times, { key: 'day', step: 'a' }), 90_000);
    assert.equal(timeOf(times, { key: 'week', step: 'a' }), 0);
  });

  it('never goes back, also where the clock does, and whatever a step is called', () => {
    const id = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString'));
    fc.assert(
      fc.property(id, id, fc.integer(), fc.integer(), (key, step, since, now) => {
        const before = withWatched({}, { key, step, since: 0 }, 5);
        const after = withWatched(before, { key, step, since }, now);
        assert.ok(timeOf(after, { key, step }) >= timeOf(before, { key, step }));
        assert.deepEqual(JSON.parse(JSON.stringify(after)), after);
      }),
    );
  });
});
