import assert from 'node:assert/strict';
import { Cancel } from '../../../src/core/cancel';
import type { Git } from '../../../src/core/git';
import type { Diff, DiffFile, DiffResult } from '../../../src/core/review/diff';
import { DiffState } from '../../../src/core/review/diffState';
import { createMemoryGit } from '../memoryGit';
import { rootUri } from '../memoryHost';
import { changedFile, diffOf } from './diffs';

describe('the diff of a folder', () => {
  it('is asked for once, for all who wait for it', async () => {
    const { state, asked, answer } = fixture();
    const both = [state.current(), state.current()];
    answer({ kind: 'diff', diff: diffOf(changedFile('a.ts')) });
    const [first, second] = await Promise.all(both);
    assert.equal(first, second);
    assert.equal(await state.current(), first);
    assert.deepEqual(asked, ['diff']);
  });

  it('is asked for only at the paths that were touched, and keeps the other files', async () => {
    const [a, b, c] = [changedFile('a.ts'), changedFile('b.ts'), changedFile('c.ts')];
    const { state, asked, answer, files } = fixture();
    answer({ kind: 'diff', diff: diffOf(a, b) });
    await state.current();
    const edited = changedFile('b.ts', 'other');
    files.push([edited, c]);
    state.touch(['b.ts', 'c.ts', 'gone.ts']);
    const now = await diffIn(state);
    assert.deepEqual(now.files, [a, edited, c]);
    assert.equal(now.files[0], a);
    assert.deepEqual(asked, ['diff', 'files b.ts c.ts gone.ts']);
  });

  it('is the same object where a file was saved as it was', async () => {
    const { state, answer, files } = fixture();
    answer({ kind: 'diff', diff: diffOf(changedFile('a.ts')) });
    const before = await diffIn(state);
    files.push([changedFile('a.ts')]);
    state.touch(['a.ts']);
    assert.equal(await diffIn(state), before);
    state.reset();
    answer({ kind: 'diff', diff: diffOf(changedFile('a.ts')) });
    assert.equal(await diffIn(state), before);
  });

  it('tells files apart that change the same lines elsewhere', async () => {
    const { state, answer } = fixture();
    answer({ kind: 'diff', diff: diffOf(changedFile('a.ts')) });
    const before = await diffIn(state);
    const [hunk] = changedFile('a.ts').hunks;
    const moved = { ...changedFile('a.ts'), hunks: [{ ...hunk!, newStart: 7 }] };
    state.reset();
    answer({ kind: 'diff', diff: diffOf(moved) });
    assert.notEqual(await diffIn(state), before);
    assert.deepEqual((await diffIn(state)).files, [moved]);
  });

  it('is asked for as a whole where a file came or went before, which may be one end of a rename', async () => {
    const renamed: DiffFile = { ...changedFile('new.ts'), status: 'renamed', oldPath: 'old.ts' };
    const gone: DiffFile = { ...changedFile('gone.ts'), status: 'deleted' };
    for (const path of ['new.ts', 'old.ts', 'gone.ts']) {
      const { state, asked, answer } = fixture();
      answer({ kind: 'diff', diff: diffOf(renamed, gone) });
      await state.current();
      state.touch(['a.ts', path]);
      answer({ kind: 'diff', diff: diffOf() });
      assert.deepEqual((await diffIn(state)).files, []);
      assert.deepEqual(asked, ['diff', 'diff']);
    }
  });

  it('is asked for at the path of a new file, unless it may be a rename', async () => {
    const gone: DiffFile = { ...changedFile('gone.ts'), status: 'deleted' };
    const added: DiffFile = { ...changedFile('new.ts'), status: 'added' };
    const { state, asked, answer, files } = fixture();
    answer({ kind: 'diff', diff: diffOf(added) });
    await state.current();
    for (const path of ['new.ts', 'newer.ts']) {
      state.touch([path]);
      files.push([{ ...changedFile(path), status: 'added' }]);
      await state.current();
    }
    state.reset();
    answer({ kind: 'diff', diff: diffOf(gone) });
    await state.current();
    state.touch(['a.ts']);
    files.push([changedFile('a.ts')]);
    await state.current();
    assert.deepEqual(asked, ['diff', 'files new.ts', 'files newer.ts', 'diff', 'files a.ts, none that came']);
  });

  it('leaves nothing behind at the signal of who waited', async () => {
    const { state, answer } = fixture();
    const listeners = new Set<() => void>();
    const signal = {
      aborted: false,
      addEventListener: (_type: 'abort', listener: () => void) => void listeners.add(listener),
      removeEventListener: (_type: 'abort', listener: () => void) => void listeners.delete(listener),
    };
    const waiting = state.current(signal);
    assert.equal(listeners.size, 1);
    answer({ kind: 'diff', diff: diffOf() });
    await waiting;
    assert.equal(listeners.size, 0);
  });

  it('is asked for as a whole where only that can tell', async () => {
    const { state, asked, answer, files } = fixture();
    answer({ kind: 'diff', diff: diffOf() });
    await state.current();
    files.push(undefined);
    state.touch(['new.ts']);
    answer({ kind: 'diff', diff: diffOf(changedFile('new.ts')) });
    assert.deepEqual(
      (await diffIn(state)).files.map(({ path }) => path),
      ['new.ts'],
    );
    assert.deepEqual(asked, ['diff', 'files new.ts', 'diff']);
  });

  it('is asked for again where something changed while it was', async () => {
    const { state, asked, answer, files } = fixture();
    const first = state.current();
    state.touch(['a.ts']);
    const second = state.current();
    files.push([changedFile('a.ts', 'new')]);
    answer({ kind: 'diff', diff: diffOf(changedFile('a.ts')) });
    await first;
    const result = await second;
    assert.deepEqual(result?.kind === 'diff' && result.diff.files, [changedFile('a.ts', 'new')]);
    assert.deepEqual(asked, ['diff', 'files a.ts']);
  });

  it('stops git only when nobody waits any more, and forgets what was cut short', async () => {
    const { state, asked, answer, signals } = fixture();
    const [one, two] = [new Cancel(), new Cancel()];
    const waiting = [state.current(one.signal), state.current(two.signal)];
    one.abort();
    assert.equal(signals[0]?.aborted, false);
    two.abort();
    assert.equal(signals[0]?.aborted, true);
    answer({ kind: 'none', message: 'cancelled' });
    assert.deepEqual(await Promise.all(waiting), [undefined, undefined]);
    answer({ kind: 'diff', diff: diffOf() });
    assert.equal((await state.current())?.kind, 'diff');
    assert.deepEqual(asked, ['diff', 'diff']);
  });

  it('is none without git', async () => {
    const state = new DiffState({ folder: rootUri, query: {}, git: () => undefined });
    assert.equal(await state.current(), undefined);
  });
});

async function diffIn(state: DiffState): Promise<Diff> {
  const result = await state.current();
  assert.equal(result?.kind, 'diff');
  return result.diff;
}

/** A git that answers when it is told to: whole diffs by `answer`, single files from `files`. */
function fixture() {
  const asked: string[] = [];
  const files: (readonly DiffFile[] | undefined)[] = [];
  const signals: ({ readonly aborted: boolean } | undefined)[] = [];
  const answers: DiffResult[] = [];
  const waiting: ((result: DiffResult) => void)[] = [];
  const git: Git = {
    ...createMemoryGit(),
    diff(_folder, _query, signal) {
      asked.push('diff');
      signals.push(signal);
      const ready = answers.shift();
      return ready === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(ready);
    },
    async diffFiles(_folder, { paths, mayAdd }) {
      asked.push(`files ${paths.join(' ')}${mayAdd ? '' : ', none that came'}`);
      return files.shift();
    },
  };
  const state = new DiffState({ folder: rootUri, query: {}, git: () => git });
  const answer = (result: DiffResult) => {
    const next = waiting.shift();
    if (next === undefined) answers.push(result);
    else next(result);
  };
  return { state, asked, files, signals, answer };
}
