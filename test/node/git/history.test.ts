import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileUri } from '../../../src/node/fileUri';
import { type TemporaryRepository, temporaryRepository } from './temporaryRepository';

describe('Git.sampleHistory and Git.readBlobs', () => {
  let repository: TemporaryRepository;
  beforeEach(async () => (repository = await temporaryRepository()));
  afterEach(() => repository.remove());

  const sample = (points: number, folder = '.') =>
    repository.git.sampleHistory(repository.uri(folder), { points });
  const daysOf = async (points: number) => (await sample(points))?.commits.map(({ day }) => day).join(' ');
  const read = async (ids: readonly string[], maxBytes = 1_000_000) => {
    const blobs = new Map<string, string>();
    for await (const { id, bytes } of repository.git.readBlobs(repository.uri('.'), ids, { maxBytes })) {
      assert.ok(!blobs.has(id));
      blobs.set(id, Buffer.from(bytes).toString());
    }
    return blobs;
  };

  it('takes commits evenly spread in time, and the newest always', async () => {
    assert.equal(await daysOf(5), '', 'no commit at all');
    for (const day of ['01-01', '01-02', '01-03', '03-01', '05-02', '09-30', '12-31'])
      repository.commit(`2024-${day}`);
    assert.equal(await daysOf(5), '2024-01-01 2024-03-01 2024-05-02 2024-09-30 2024-12-31');
    assert.equal(await daysOf(2), '2024-01-01 2024-12-31');
    assert.equal(await daysOf(1), '2024-12-31');
    assert.equal(await daysOf(0), '');
    assert.equal((await daysOf(5000))?.split(' ').length, 7);
    assert.deepEqual(repository.warnings, []);
  });

  it('takes first parents only, and bears clocks that go back', async () => {
    repository.commit('2024-01-01');
    repository.run('switch', '--quiet', '-c', 'topic');
    repository.commit('2024-02-01');
    repository.run('switch', '--quiet', 'main');
    repository.commit('2024-06-01');
    repository.run('merge', '--quiet', '--no-ff', 'topic', '-m', 'x');
    repository.commit('2023-01-01');
    const days = (await daysOf(9))!.split(' ');
    assert.equal(days.at(-1), '2023-01-01');
    assert.ok(!days.includes('2024-02-01'));
  });

  it('names regular files below the folder, with blobs that can be read', async () => {
    await repository.write('src/a b.txt', 'one');
    await repository.write('top.txt', 'top');
    repository.commit('2024-01-01');
    await repository.write('src/ä"\n.txt', 'two');
    await repository.write('src/run.sh', 'three');
    repository.run('update-index', '--add', '--chmod=+x', 'src/run.sh');
    await symlink('run.sh', join(repository.folder, 'src/link'));
    repository.commit('2024-02-01');
    const { commits, partial } = (await sample(9, 'src'))!;
    const [before, after] = await Promise.all(commits.map(({ files }) => files()));
    assert.deepEqual(
      [before, after].map((files) => files!.map(({ path }) => path)),
      [['a b.txt'], ['a b.txt', 'run.sh', 'ä"\n.txt']],
    );
    assert.equal(before![0], after![0], 'what did not change is there once');
    assert.equal(partial, undefined);
    const blobs = await read(after!.map(({ blob }) => blob));
    assert.deepEqual([...blobs.values()], ['one', 'three', 'two']);
  });

  it('reads blobs of any size and content, and leaves out what is missing or too large', async () => {
    const texts = [
      '',
      '\n',
      'x'.repeat(99_999),
      `${'0'.repeat(40)} blob 3\nabc\n`,
      'y'.repeat(300_000),
      'a\0b',
    ];
    for (const [index, text] of texts.entries()) await repository.write(`f${index}`, text);
    repository.commit('2024-01-01');
    const files = (await (await sample(1))!.commits[0]!.files())!;
    const ids = files.map(({ blob }) => blob);
    const odd = ['0'.repeat(40), 'HEAD', '--batch', repository.run('rev-parse', 'HEAD^{tree}').trim()];
    const blobs = await read([...odd, ...ids], 100_000);
    assert.deepEqual(
      ids.map((id) => blobs.get(id)),
      texts.map((text) => (text.length > 100_000 ? undefined : text)),
    );
    assert.equal(blobs.size, texts.length - 1);
  });

  it('lets a reader stop early, and ten readers wait for each other', async () => {
    for (let n = 0; n < 50; n += 1) await repository.write(`f${n}`, `${n}`.repeat(20_000));
    repository.commit('2024-01-01');
    const ids = (await (await sample(1))!.commits[0]!.files())!.map(({ blob }) => blob);
    const first = async () => {
      for await (const { id } of repository.git.readBlobs(repository.uri('.'), ids, { maxBytes: 100_000 }))
        return id;
      return undefined;
    };
    assert.deepEqual(await Promise.all(Array.from({ length: 10 }, first)), Array(10).fill(ids[0]));
    assert.equal((await read(ids)).size, 50);
  });

  it('says that a clone is shallow', async () => {
    repository.commit('2024-01-01');
    repository.commit('2024-02-01');
    repository.run('clone', '--quiet', '--depth=1', fileUri(repository.folder), 'clone');
    assert.match((await sample(9, 'clone'))!.partial!, /shallow/);
  });
});
