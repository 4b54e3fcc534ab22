import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diff } from '../../../src/core/review/diff';
import { type TemporaryRepository, temporaryRepository } from './temporaryRepository';

describe('a large diff', () => {
  let repository: TemporaryRepository;
  beforeEach(async () => {
    repository = await temporaryRepository();
    repository.commit('2024-01-02');
    repository.run('switch', '--quiet', '-c', 'topic');
  });
  afterEach(() => repository.remove());

  const diff = async (): Promise<Diff> => {
    const result = await repository.git.diff(repository.uri('.'), {});
    assert.ok(result.kind === 'diff');
    assert.deepEqual(repository.warnings, []);
    return result.diff;
  };
  const writeMany = async (count: number, textOf: (at: number) => string) => {
    await mkdir(join(repository.folder, 'many'), { recursive: true });
    for (let at = 0; at < count; at += 1)
      await writeFile(join(repository.folder, 'many', `${at}.txt`), textOf(at));
  };

  it('of 5,000 files tells them all', async () => {
    await writeMany(5000, (at) => `${at}\n`);
    const { files } = await diff();
    assert.equal(files.length, 5000);
    for (const { path, hunks } of files) assert.deepEqual(hunks[0]?.added, [/\d+/.exec(path)![0]]);
    repository.commit('2024-02-02');
    assert.deepEqual((await diff()).files, files);
  }).timeout(120_000);

  it('of more new files than can be looked at says so', async () => {
    await writeMany(10_003, () => '');
    const { files, notes } = await diff();
    assert.equal(files.length, 10_000);
    assert.deepEqual(notes, ['3 more files that git does not know are left out; should git ignore them?']);
  }).timeout(120_000);

  it('of 50 MB keeps what there is room for, and counts the rest', async () => {
    const line = `${'x'.repeat(99)}\n`;
    await writeMany(50, () => line.repeat(10_000));
    await repository.write('long.txt', 'x'.repeat(20_000_000));
    await repository.write('small.txt', 'one\n');
    const { files } = await diff();
    assert.equal(
      files.reduce((sum, { added }) => sum + added, 0),
      500_002,
    );
    const kept = files.filter(({ isCut }) => !isCut);
    assert.deepEqual(
      kept.map(({ path }) => path).filter((path) => !path.startsWith('many/')),
      ['small.txt'],
    );
    for (const { path, added, hunks } of kept) assert.equal(hunks[0]?.added.length, added, path);
    const before = files.map(({ fingerprint }) => fingerprint);
    await repository.write('long.txt', `${'x'.repeat(19_999_999)}y`);
    const after = (await diff()).files.map(({ fingerprint }) => fingerprint);
    assert.equal(after.filter((fingerprint, at) => fingerprint !== before[at]).length, 1);
  }).timeout(120_000);

  it('ends when nobody waits for it', async () => {
    await writeMany(100, () => 'one\n'.repeat(100_000));
    const cancel = new AbortController();
    const waiting = repository.git.diff(repository.uri('.'), {}, cancel.signal);
    setTimeout(() => cancel.abort(), 20);
    assert.equal((await waiting).kind, 'none');
    assert.deepEqual(repository.warnings, []);
  }).timeout(120_000);
});
