import assert from 'node:assert/strict';
import { createProgress } from '../../src/cli/progress';

function shownOn(stream: { readonly isTTY?: boolean }): readonly string[] {
  const shown: string[] = [];
  let time = 0;
  const progress = createProgress({ ...stream, write: (text) => shown.push(text) }, () => time);
  for (time = 0; time <= 720; time += 20) progress.show(time * 10, 80_000);
  progress.end();
  return shown;
}

describe('progress', () => {
  it('is one line for a person who waits, now and then, and goes away', () => {
    assert.deepEqual(shownOn({ isTTY: true }), [
      '\r\u001b[K5,000 of 80,000 files',
      '\r\u001b[K6,000 of 80,000 files',
      '\r\u001b[K7,000 of 80,000 files',
      '\r\u001b[K',
    ]);
  });

  it('is nothing in a file or a pipe', () => {
    assert.deepEqual(shownOn({ isTTY: false }), []);
    assert.deepEqual(shownOn({}), []);
  });
});
