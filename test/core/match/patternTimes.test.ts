import assert from 'node:assert/strict';
import { PatternTimes } from '../../../src/core/match/patternTimes';

/** A clock that stands still but for the work that is done. */
function workshop() {
  let time = 0;
  let looks = 0;
  const times = new PatternTimes(() => {
    looks += 1;
    return time;
  });
  return {
    times,
    looks: () => looks,
    work: (pattern: number, units: number, milliseconds: number) =>
      times.take(pattern, units, () => void (time += milliseconds)),
  };
}

describe('PatternTimes', () => {
  it('looks at the clock once in 16,000 units, as long as the search is quick', () => {
    const { times, work, looks } = workshop();
    for (let run = 0; run < 1000; run++) work(0, 160, 0.01);
    assert.equal(looks(), 11);
    assert.deepEqual(times.result(), []);
  });

  it('names the slowest patterns of a search that takes long, the slowest first', () => {
    const { times, work } = workshop();
    work(0, 16_000, 51);
    for (let run = 0; run < 10; run++) {
      work(0, 100, 2);
      work(1, 100, 30);
      work(2, 100, 0.5);
    }
    assert.deepEqual(times.result(), [
      { pattern: 1, milliseconds: 300 },
      { pattern: 0, milliseconds: 20 },
    ]);
  });
});
