import assert from 'node:assert/strict';

/** What `look` finds once it is as expected; the last it found is in the error where that does not happen. */
export async function until<T>(look: () => Promise<T>, isExpected: (found: T) => boolean): Promise<T> {
  let found = await look();
  for (let turn = 0; turn < 150 && !isExpected(found); turn++) {
    await new Promise((done) => setTimeout(done, 100));
    found = await look();
  }
  assert.ok(isExpected(found), `Still ${JSON.stringify(found)}`);
  return found;
}

export function isShown(contents: readonly unknown[]): boolean {
  return contents.length > 0;
}

export function isEmpty(contents: readonly unknown[]): boolean {
  return contents.length === 0;
}
