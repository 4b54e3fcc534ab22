import assert from 'node:assert/strict';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import type { DiffFile } from '../../../src/core/review/diff';
import { type TemporaryRepository, temporaryRepository } from './temporaryRepository';

type Texts = ReadonlyMap<string, string>;

describe('a diff of random edits', () => {
  let repository: TemporaryRepository;
  before(async () => {
    repository = await temporaryRepository();
    repository.commit('2024-01-01');
  });
  after(() => repository.remove());

  // Few different lines, so that many are equal.
  const line = fc.constantFrom('a', 'b', 'c', '', ' a', '}', '-', '+', '\\ x', '@@ -1 +1 @@', 'ä', 'a\r');
  const text = fc
    .tuple(fc.array(line, { maxLength: 25 }), fc.boolean())
    .map(([lines, isEnded]) => lines.join('\n') + (isEnded && lines.length > 0 ? '\n' : ''));
  const path = fc.constantFrom('a', 'b', 'c d', 'e/f', 'e/g', 'ü"', 'x\ty');
  const texts = fc.dictionary(path, text, { maxKeys: 7 }).map((one): Texts => new Map(Object.entries(one)));

  async function writeAll(wanted: Texts): Promise<void> {
    const known = repository.run('ls-files', '-z', '--cached', '--others').split('\0');
    for (const name of known)
      if (name !== '' && !wanted.has(name)) await rm(join(repository.folder, name), { force: true });
    for (const [name, content] of wanted) await repository.write(name, content);
  }

  async function filesSince(base: string): Promise<readonly DiffFile[]> {
    const result = await repository.git.diff(repository.uri('.'), { base });
    assert.ok(result.kind === 'diff');
    return result.diff.files;
  }

  /** What git says of the working tree once everything is added: `added deleted path`. */
  function numstat(base: string): readonly string[] {
    repository.run('add', '--all');
    const output = repository.run('diff', '--numstat', '-z', '-M', '--diff-algorithm=myers', base);
    const tokens = output.split('\0');
    const lines: string[] = [];
    for (let at = 0; at < tokens.length - 1; at += 1) {
      const token = tokens[at]!;
      // Of a renamed file both paths follow.
      if (token.endsWith('\t')) lines.push(token + tokens[(at += 2)]!);
      else lines.push(token);
    }
    return lines;
  }

  it('counts as git does, and leads from the old text to the new one', async () => {
    await fc.assert(
      fc.asyncProperty(texts, texts, async (before, after) => {
        await writeAll(before);
        const base = repository.commit('2024-01-02');
        await writeAll(after);
        const files = await filesSince(base);
        for (const { path: name, oldPath, status, added, deleted, hunks } of files) {
          const old = status === 'added' ? '' : before.get(oldPath ?? name)!;
          const current = status === 'deleted' ? '' : after.get(name)!;
          assert.deepEqual(applied(linesOf(old), hunks), linesOf(current));
          assert.equal(
            sum(hunks, (hunk) => hunk.added.length),
            added,
          );
          assert.equal(
            sum(hunks, (hunk) => hunk.removed.length),
            deleted,
          );
        }
        assert.deepEqual(
          files.map(({ path: name, added, deleted }) => `${added}\t${deleted}\t${name}`).sort(),
          [...numstat(base)].sort(),
        );
        assert.deepEqual(await filesSince(base), files, 'the same once it is added');
      }),
      { numRuns: 60 },
    );
  }).timeout(300_000);

  it('has another fingerprint for another text, and the same for the same', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, async (before, one, other) => {
        await writeAll(new Map([['a', before]]));
        const base = repository.commit('2024-01-02');
        const fingerprintOf = async (content: string) => {
          await repository.write('a', content);
          return (await filesSince(base))[0]?.fingerprint;
        };
        const first = await fingerprintOf(one);
        const second = await fingerprintOf(other);
        // A line that moves between equal ones may go unseen: all that is said of it is the same.
        if (one === other) assert.equal(second, first);
        else if (sorted(one) !== sorted(other)) assert.notEqual(second, first);
        assert.equal(await fingerprintOf(one), first, 'reverting brings it back');
      }),
      { numRuns: 60 },
    );
  }).timeout(300_000);

  it('has the same fingerprint after a rebase that has no conflict', async () => {
    let rebased = 0;
    const some = fc.array(fc.nat(29), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(some, some, fc.boolean(), async (mine, theirs, isGrowing) => {
        const lines = Array.from({ length: 30 }, (_, at) => `line ${at}`);
        const edited = (places: readonly number[], word: string) =>
          lines.map((one, at) => (places.includes(at) ? `${word} ${one}${isGrowing ? '\nmore' : ''}` : one));
        const write = (content: readonly string[]) => repository.write('a', `${content.join('\n')}\n`);
        await writeAll(new Map());
        await write(lines);
        repository.commit('2024-01-02');
        repository.run('branch', '--force', 'left');
        await write(edited(theirs, 'theirs'));
        await repository.write('other', 'x\n');
        const base = repository.commit('2024-01-03');
        repository.run('switch', '--quiet', '--force-create', 'topic', 'left');
        await write(edited(mine, 'mine'));
        repository.commit('2024-01-04');
        const fingerprints = async () => (await filesSince(base)).map(({ fingerprint }) => fingerprint);
        const before = await fingerprints();
        try {
          repository.run('rebase', '--quiet', base);
          assert.deepEqual(await fingerprints(), before);
          rebased += 1;
        } catch (error) {
          if (error instanceof assert.AssertionError) throw error;
          repository.run('rebase', '--abort');
        } finally {
          repository.run('switch', '--quiet', '--force-create', 'main', base);
        }
      }),
      { numRuns: 60 },
    );
    assert.ok(rebased > 20, String(rebased));
  }).timeout(300_000);

  it('follows a file that moves, with and without git being told', async () => {
    const content = Array.from({ length: 20 }, (_, at) => `line ${at}\n`).join('');
    await writeAll(new Map([['a', content]]));
    const base = repository.commit('2024-01-02');
    await rename(join(repository.folder, 'a'), join(repository.folder, 'b'));
    await repository.write('b', `${content}more\n`);
    const before = await filesSince(base);
    assert.deepEqual(
      before.map(({ status, oldPath, path: name }) => [status, oldPath, name]),
      [['renamed', 'a', 'b']],
    );
    repository.run('add', '--all');
    assert.deepEqual(await filesSince(base), before);
    repository.commit('2024-01-03');
    assert.deepEqual(await filesSince(base), before);
  });
});

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/u, '').split('\n');
}

function sorted(text: string): string {
  return [...linesOf(text)].sort().join('\n');
}

function sum<T>(values: readonly T[], count: (value: T) => number): number {
  return values.reduce((total, value) => total + count(value), 0);
}

/** The new lines; fails where a hunk does not fit. */
function applied(old: readonly string[], hunks: DiffFile['hunks']): readonly string[] {
  const lines: string[] = [];
  let at = 0;
  for (const { oldStart, newStart, removed, added } of hunks) {
    assert.ok(oldStart >= at);
    lines.push(...old.slice(at, oldStart));
    assert.equal(lines.length, newStart);
    assert.deepEqual(old.slice(oldStart, oldStart + removed.length), removed);
    lines.push(...added);
    at = oldStart + removed.length;
  }
  return [...lines, ...old.slice(at)];
}
