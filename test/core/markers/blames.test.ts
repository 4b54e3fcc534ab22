import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Blame } from '../../../src/core/git';
import { Blames } from '../../../src/core/markers/blames';
import { fitBlame } from '../../../src/core/markers/fitBlame';
import { createMemoryGit, type MemoryGit } from '../memoryGit';

describe('Blames', () => {
  let git: MemoryGit;
  let loaded: string[];
  let blames: Blames;
  beforeEach(() => {
    git = createMemoryGit();
    loaded = [];
    blames = new Blames({ git, onDidLoad: (uri) => void loaded.push(uri) });
  });
  const of = (uri: string, text: string) => days(blames.of(uri, text));

  it('says that it is loading, and then that it is there', async () => {
    assert.equal(of('a', 'x\ny'), 'loading');
    assert.equal(of('a', 'x\ny'), 'loading');
    assert.deepEqual(git.asked, ['a x\ny']);
    await git.answer('2024-01-02');
    assert.deepEqual(loaded, ['a']);
    assert.equal(of('a', 'x\ny'), '2024-01-02 2024-01-02');
    assert.deepEqual(git.asked, []);
  });

  it('keeps what an edit left alone, and asks again', async () => {
    of('a', 'x\ny\nz');
    await git.answer('2024-01-02');
    assert.equal(of('a', 'x\nnew\nnewer\nz'), '2024-01-02 - - 2024-01-02');
    assert.deepEqual(git.asked, ['a x\nnew\nnewer\nz']);
    await git.answer('2025-01-02');
    assert.equal(of('a', 'x\nnew\nnewer\nz'), '2025-01-02 2025-01-02 2025-01-02 2025-01-02');
  });

  it('asks for the last of many edits only', async () => {
    for (const text of ['1', '2', '3', '4']) of('a', text);
    assert.deepEqual(git.asked, ['a 1']);
    await git.answer('2024-01-02');
    assert.deepEqual(git.asked, ['a 4']);
    await git.answer('2024-01-02');
    assert.deepEqual(git.asked, []);
  });

  it('runs two at a time', async () => {
    for (const uri of ['a', 'b', 'c', 'd']) of(uri, '');
    assert.deepEqual(git.asked, ['a ', 'b ']);
    await git.answer('2024-01-02');
    assert.deepEqual(git.asked, ['b ', 'c ']);
  });

  it('lets callers wait, each for a blame of their own text', async () => {
    const first = blames.load('a', 'x');
    const same = blames.load('a', 'x');
    const second = blames.load('a', 'x\ny');
    const third = blames.load('a', 'w\nx\ny');
    assert.deepEqual(git.asked, ['a x']);
    await git.answer('2024-01-02');
    assert.deepEqual([days(await first), days(await same)], ['2024-01-02', '2024-01-02']);
    assert.deepEqual(git.asked, ['a w\nx\ny']);
    await git.answer('2025-01-02');
    assert.equal(days(await third), '2025-01-02 2025-01-02 2025-01-02');
    assert.equal(days(await second), '2025-01-02 2025-01-02');
    assert.equal(days(await blames.load('a', 'w\nx\ny')), '2025-01-02 2025-01-02 2025-01-02');
    assert.deepEqual(git.asked, []);
  });

  it('does not ask again where git could not tell', async () => {
    of('a', 'x');
    await git.answer();
    assert.deepEqual(loaded, ['a']);
    assert.equal(of('a', 'x'), undefined);
    assert.equal(of('a', 'y'), undefined);
    assert.deepEqual(git.asked, []);
    blames.refresh();
    assert.equal(of('a', 'y'), undefined);
    assert.deepEqual(git.asked, ['a y']);
  });

  it('shows what is known while it is made anew', async () => {
    of('a', 'x');
    await git.answer('2024-01-02');
    blames.refresh();
    assert.equal(of('a', 'x'), '2024-01-02');
    assert.equal(of('a', 'x'), '2024-01-02');
    assert.deepEqual(git.asked, ['a x']);
    blames.refresh();
    await git.answer('2025-01-02');
    assert.equal(of('a', 'x'), '2025-01-02');
    assert.deepEqual(git.asked, ['a x'], 'the first answer may be of the time before');
    await git.answer('2026-01-02');
    assert.equal(of('a', 'x'), '2026-01-02');
    assert.deepEqual(git.asked, []);
  });

  it('forgets what was not used for long', async () => {
    for (let n = 0; n <= 100; n += 1) {
      of(`f${n}`, 'x');
      await git.answer('2024-01-02');
      of('f0', 'x');
    }
    assert.equal(of('f0', 'x'), '2024-01-02');
    assert.equal(of('f2', 'x'), '2024-01-02');
    assert.equal(of('f1', 'x'), 'loading');
  });

  it('does not forget what is shown for what is only waited for', async () => {
    of('shown', 'x');
    await git.answer('2024-01-02');
    for (let n = 0; n < 150; n += 1) {
      const loading = blames.load(`f${n}`, 'x');
      await git.answer('2024-01-02');
      await loading;
    }
    assert.equal(of('shown', 'x'), '2024-01-02');
    await blames.load('f149', 'x');
    assert.deepEqual(git.asked, []);
    void blames.load('f50', 'x');
    assert.deepEqual(git.asked, ['f50 x']);
  });

  it('forgets early where texts are large', async () => {
    const large = 'x'.repeat(9_000_000);
    for (const uri of ['a', 'b', 'c']) {
      of(uri, large);
      await git.answer('2024-01-02');
    }
    assert.equal(of('b', large), '2024-01-02');
    assert.equal(of('a', large), 'loading');
  });

  it('is silent after it was disposed', async () => {
    const running = blames.load('a', 'x');
    of('b', 'x');
    const waiting = blames.load('c', 'x');
    blames.dispose();
    assert.equal(await waiting, undefined);
    await git.answer('2024-01-02');
    assert.equal(days(await running), '2024-01-02');
    assert.equal(await blames.load('d', 'x'), undefined);
    assert.deepEqual([git.asked, loaded], [['b x'], []]);
  });
});

describe('fitBlame', () => {
  it('has a line for each line, and invents nothing', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '\n', '\r', '\r\n'), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const old = before.split(/\r\n?|\n/);
        const lines = old.map((_, index) => ({ commit: `${index}`, author: '', email: '', day: '' }));
        const fitted = fitBlame({ lines, partial: 'x' }, before, after);
        const now = after.split(/\r\n?|\n/);
        assert.equal(fitted.lines.length, now.length);
        assert.equal(fitted.partial, 'x');
        let last = -1;
        for (const [index, { commit }] of fitted.lines.entries()) {
          if (commit === undefined) continue;
          assert.equal(old[Number(commit)], now[index]);
          assert.ok(Number(commit) > last);
          last = Number(commit);
        }
        if (before === after) assert.ok(fitted.lines.every(({ commit }) => commit !== undefined));
      }),
    );
  });
});

function days(blame: Blame | 'loading' | undefined): string | undefined {
  if (blame === undefined || blame === 'loading') return blame;
  return blame.lines.map(({ commit, day }) => (commit === undefined ? '-' : day)).join(' ');
}
