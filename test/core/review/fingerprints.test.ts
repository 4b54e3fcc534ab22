import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DiffFile } from '../../../src/core/review/diff';
import { answerOf } from '../../../src/core/review/answers';
import { staleness } from '../../../src/core/review/fingerprints';
import { changed, diffOf, heldItem, heldReview } from './diffFixture';

const now = new Date('2026-11-22T12:00:00Z');

/** What is said of an answer that was given to one diff once there is another. */
function after(
  before: readonly DiffFile[],
  files: readonly DiffFile[],
  scopes: { readonly before?: readonly string[]; readonly now?: readonly string[] } = {},
): string | undefined {
  const [then, today] = [diffOf(before), diffOf(files)];
  const scopeThen = scopes.before && { scope: scopes.before };
  const scope = scopes.now ?? scopes.before;
  const held = heldReview(then, [heldItem(then, 'r/a', scopeThen)]);
  const answer = answerOf(held, { item: 'r/a', state: 'pass', role: 'author' }, now)!;
  const { fingerprint } = heldItem(today, 'r/a', scope && { scope }).item;
  return staleness(answer, { diff: today, scope, fingerprint });
}

describe('an answer', () => {
  it('is not stale while nothing changes, in whatever order the files come', () => {
    assert.equal(after([changed('a.ts'), changed('b.ts')], [changed('b.ts'), changed('a.ts')]), undefined);
  });

  it('names the files that changed, came in and went', () => {
    const before = [changed('a.ts'), changed('b.ts')];
    assert.equal(
      after(before, [changed('a.ts', ['y']), changed('c.ts')]),
      'a.ts changed, b.ts is no longer changed, c.ts is part of it now.',
    );
  });

  it('names three files, and counts the others', () => {
    const before = ['a', 'b', 'c', 'd', 'e'].map((name) => changed(name));
    assert.equal(
      after(before, []),
      'a is no longer changed, b is no longer changed, c is no longer changed, and 2 more.',
    );
  });

  it('tells a file that is changed still, and is no longer part of the item', () => {
    const files = [changed('a.ts'), changed('b.ts')];
    assert.equal(
      after(files, files, { before: ['a.ts', 'b.ts'], now: ['a.ts'] }),
      'b.ts is no longer part of it.',
    );
  });

  it('is left alone by what is outside of its scope', () => {
    const before = [changed('a.ts'), changed('b.ts')];
    assert.equal(after(before, [changed('a.ts'), changed('b.ts', ['y'])], { before: ['a.ts'] }), undefined);
  });

  it('goes stale where the same lines move to another file', () => {
    assert.equal(
      after([changed('a.ts')], [changed('b.ts')]),
      'a.ts is no longer changed, b.ts is part of it now.',
    );
  });

  it('keeps the first 200 files, and claims nothing of those behind them', () => {
    const before = Array.from({ length: 300 }, (_, at) => changed(`f${String(at).padStart(3, '0')}`));
    assert.equal(
      after(before, [...before.slice(0, 299), changed('f299', ['y'])]),
      'What it is about changed.',
    );
    assert.equal(after(before, [changed('f000', ['y']), ...before.slice(1)]), 'f000 changed.');
  });

  it('that was given without a diff says so, and is never stale without one', () => {
    const bare = heldReview(undefined, [heldItem(undefined, 'r/a')]);
    const answer = answerOf(bare, { item: 'r/a', state: 'pass', role: 'author' }, now)!;
    assert.deepEqual(answer.files, undefined);
    const diff = diffOf([changed('a.ts')]);
    const { fingerprint } = heldItem(diff, 'r/a').item;
    assert.equal(
      staleness(answer, { diff, scope: undefined, fingerprint }),
      'It was answered without a diff.',
    );
    const given = answerOf(heldReview(diff, [heldItem(diff, 'r/a')]), { ...answer }, now)!;
    assert.equal(staleness(given, { diff: undefined, scope: undefined, fingerprint: 'no-diff' }), undefined);
  });

  it('names paths that a line could not hold', () => {
    const path = '__proto__\n\u202e';
    assert.equal(after([changed(path)], [changed(path, ['y'])]), '__proto__ \ufffd changed.');
  });
});

describe('any edit of any diff', () => {
  const paths = ['a.ts', 'b/c.ts', 'b/d.ts', 'e', '__proto__'];
  const files = fc
    .uniqueArray(fc.constantFrom(...paths), { minLength: 1 })
    .chain((names) =>
      fc.tuple(
        ...names.map((name) => fc.array(fc.string(), { minLength: 1 }).map((lines) => changed(name, lines))),
      ),
    );
  const scopes = fc.array(fc.option(fc.subarray(paths), { nil: undefined }), { minLength: 1 });

  it('stales exactly the items whose scope holds the file, and taking it back brings them back', () => {
    fc.assert(
      fc.property(files, scopes, fc.nat(), (before, wanted, pick) => {
        const edited = before[pick % before.length]!;
        const lines = [...edited.hunks[0]!.added, 'one more'];
        const edit = before.map((file) => (file === edited ? changed(file.path, lines) : file));
        for (const scope of wanted) {
          const said = after(before, edit, scope && { before: scope });
          const isInside = scope === undefined || scope.includes(edited.path);
          assert.equal(said, isInside ? `${edited.path} changed.` : undefined);
          assert.equal(after(before, before.toReversed(), scope && { before: scope }), undefined);
        }
      }),
    );
  });
});
