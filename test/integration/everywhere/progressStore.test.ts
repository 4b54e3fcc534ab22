import assert from 'node:assert/strict';
import { marksIn, type StepMark, withMarks } from '../../../src/client/state/progress';
import { progressKey, ProgressStore, unreadableKey } from '../../../src/client/state/progressStore';

const mark: StepMark = { state: 'done', at: '2026-11-22T10:00:00.000Z', fingerprint: 'f1' };
const place = { repository: 'r1', key: 'first-day' };

/** A store over what is stored already. */
function open(stored: unknown) {
  const kept = new Map<string, unknown>([[progressKey, stored]]);
  const memento = {
    get: <T>(key: string) => kept.get(key) as T,
    update: async (key: string, value: unknown) => void kept.set(key, value),
  };
  return { kept, store: new ProgressStore(memento as ConstructorParameters<typeof ProgressStore>[0]) };
}

describe('the store of progress', () => {
  it('leaves what a newer version wrote as it is, and works with what is new until the window closes', async () => {
    const newer = { version: 2, repositories: [] };
    const { store, kept } = open(newer);
    assert.equal(store.fault, 'newer');
    await store.change((progress) => withMarks(progress, place, { hello: mark }));
    assert.deepEqual(marksIn(store.progress, place), { hello: mark });
    assert.deepEqual([...kept], [[progressKey, newer]]);
    store.dispose();
  });

  it('goes on with what can be read of one that is cut in half, and sets the whole of it aside', async () => {
    const half = {
      version: 1,
      repositories: { r1: { walkthroughs: { 'first-day': { hello: mark, tests: {} } } } },
    };
    const { store, kept } = open(half);
    assert.equal(store.fault, 'broken');
    let changes = 0;
    store.onDidChange(() => (changes += 1));
    await store.change((progress) =>
      withMarks(progress, place, { ...marksIn(progress, place), readme: { ...mark, state: 'skipped' } }),
    );
    assert.equal(store.fault, undefined);
    assert.equal(changes, 1);
    assert.deepEqual(Object.keys(marksIn(store.progress, place)), ['hello', 'readme']);
    assert.equal(kept.get(unreadableKey), half);
    store.dispose();
  });
});
