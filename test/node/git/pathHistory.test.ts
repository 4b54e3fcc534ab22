import assert from 'node:assert/strict';
import { type TemporaryRepository, temporaryRepository } from './temporaryRepository';

describe('Git.fileIn and Git.renamed', () => {
  let repository: TemporaryRepository;
  beforeEach(async () => (repository = await temporaryRepository()));
  afterEach(() => repository.remove());

  const fileIn = async (commit: string, path: string, { folder = '.', maxBytes = 1000 } = {}) => {
    const bytes = await repository.git.fileIn(repository.uri(folder), { commit, path, maxBytes });
    assert.deepEqual(repository.warnings, []);
    return bytes && new TextDecoder().decode(bytes);
  };
  const renamed = async (path: string, folder = '.') => {
    const name = await repository.git.renamed(repository.uri(folder), path);
    assert.deepEqual(repository.warnings, []);
    return name;
  };
  const lines = (name: string) => Array.from({ length: 20 }, (_, at) => `${name} ${at}\n`).join('');

  it('reads a file as a commit has it', async () => {
    await repository.write('below/a.txt', 'one\n');
    await repository.write('-p', 'odd\n');
    await repository.write('*', 'star\n');
    const first = repository.commit('2024-01-01');
    await repository.write('below/a.txt', 'two\n');
    const second = repository.commit('2024-01-02');
    assert.equal(await fileIn(first, 'below/a.txt'), 'one\n');
    assert.equal(await fileIn(second, 'a.txt', { folder: 'below' }), 'two\n');
    assert.equal(await fileIn(first, '-p'), 'odd\n');
    assert.equal(await fileIn(first, '*'), 'star\n');
    assert.equal(await fileIn(first, 'below'), undefined, 'a folder');
    assert.equal(await fileIn(first, 'x'), undefined);
    assert.equal(await fileIn(first, '../-p', { folder: 'below' }), undefined, 'outside');
    assert.equal(await fileIn(first, 'below/a.txt', { maxBytes: 3 }), undefined, 'too large');
    assert.equal(await fileIn('--all', 'a.txt'), undefined);
  });

  it('follows the names of a file', async () => {
    await repository.write('below/a.txt', lines('a'));
    await repository.write('below/b.txt', lines('b'));
    repository.commit('2024-01-01');
    repository.run('mv', 'below/a.txt', 'below/c d.txt');
    repository.commit('2024-01-02');
    await repository.write('below/c d.txt', `${lines('a')}more\n`);
    repository.run('mv', 'below/c d.txt', 'below/e.txt');
    repository.run('rm', '--quiet', 'below/b.txt');
    repository.commit('2024-01-03');
    assert.equal(await renamed('below/a.txt'), 'below/e.txt');
    assert.equal(await renamed('a.txt', 'below'), 'e.txt');
    assert.equal(await renamed('below/b.txt'), undefined, 'deleted');
    assert.equal(await renamed('never.txt'), undefined);
    assert.equal(await renamed('../below/a.txt', 'below'), undefined);
  });
});
