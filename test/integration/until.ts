import assert from 'node:assert/strict';

/**
 * What `look` finds once it is as expected; the last it found, or how it failed, is in the error where that does not
 * happen. The editor cancels what is asked while it changes, so a failure is looked at again.
 */
export async function until<T>(look: () => Promise<T>, isExpected: (found: T) => boolean): Promise<T> {
  let last: unknown;
  for (let turn = 0; turn < 150; turn++) {
    if (turn > 0) await new Promise((done) => setTimeout(done, 100));
    try {
      const found = await look();
      if (isExpected(found)) return found;
      last = JSON.stringify(found);
    } catch (error) {
      last = error;
    }
  }
  assert.fail(`Still ${String(last)}`);
}

export function isShown(contents: readonly unknown[]): boolean {
  return contents.length > 0;
}

export function isEmpty(contents: readonly unknown[]): boolean {
  return contents.length === 0;
}
