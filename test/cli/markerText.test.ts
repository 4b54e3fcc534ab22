import assert from 'node:assert/strict';
import { skippedLines } from '../../src/cli/markerText';

describe('skippedLines', () => {
  it('names each reason once, and the folder where that was not scanned as a whole', () => {
    const binary = ['a', 'b', 'c', 'd'].map((path) => ({ path, reason: 'is binary' }));
    const skipped = [
      { path: '.', reason: 'has too many files' },
      { path: 'x', reason: 'is gone' },
      ...binary,
    ];
    assert.deepEqual(skippedLines(skipped), [
      '1 folder not scanned as a whole, it has too many files: .',
      '1 file not scanned, it is gone: x',
      '4 files not scanned, each is binary: a, b, c, …',
    ]);
  });
});
