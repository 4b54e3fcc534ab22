import assert from 'node:assert/strict';
import { countCrash } from '../../../src/client/link/crashes';

const minute = 60_000;

describe('countCrash', () => {
  it('lets a server start again three times, and gives up at the fourth crash in a row', () => {
    assert.deepEqual(after([0, 1000, 2000, 3000]), [true, true, true, false]);
  });

  it('forgets crashes after three minutes', () => {
    assert.deepEqual(after([0, minute, 2 * minute, 4 * minute, 6 * minute]), [true, true, true, true, true]);
  });
});

function after(times: readonly number[]): readonly boolean[] {
  let crashes: readonly number[] = [];
  return times.map((time) => {
    const counted = countCrash(crashes, time);
    crashes = counted.crashes;
    return counted.restart;
  });
}
