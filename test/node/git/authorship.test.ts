import assert from 'node:assert/strict';
import { type TemporaryRepository, temporaryRepository } from './temporaryRepository';

describe('Git.hasChanged', () => {
  let repository: TemporaryRepository;
  beforeEach(async () => (repository = await temporaryRepository()));
  afterEach(() => repository.remove());

  const hasChanged = async (
    email: string,
    paths: readonly string[],
    { commit = repository.run('rev-parse', 'HEAD').trim(), folder = '.' } = {},
  ) => {
    const answer = await repository.git.hasChanged(repository.uri(folder), { commit, email, paths });
    assert.deepEqual(repository.warnings, []);
    return answer;
  };

  it('looks for the author, by the whole e-mail address', async () => {
    await repository.write('a.txt', 'one\n');
    const first = repository.commit('2024-01-01', 'Maya <maya@example.com>');
    await repository.write('below/b.txt', 'one\n');
    repository.commit('2024-01-02', 'jon@example.com <j.n+x@example.com>');
    assert.equal(await hasChanged('maya@example.com', ['a.txt']), true);
    assert.equal(await hasChanged('Maya@Example.com', ['x', 'a.txt']), true);
    assert.equal(await hasChanged('maya@example.com', ['below/b.txt', 'x']), false);
    assert.equal(await hasChanged('j.n+x@example.com', ['b.txt'], { folder: 'below' }), true);
    assert.equal(await hasChanged('j.n+x@example.com', ['below/b.txt'], { commit: first }), false);
    assert.equal(
      await hasChanged('j.n+x@example.com', ['a.txt']),
      false,
      'what somebody else changed before',
    );
    for (const email of ['aya@example.com', 'jon@example.com', 'jon+x@example.com', '.*', '--all'])
      assert.equal(await hasChanged(email, ['a.txt', 'below/b.txt']), false, email);
  });

  it('counts what a side branch changed, be it overruled, and no merge', async () => {
    await repository.write('a.txt', 'one\n');
    repository.commit('2024-01-01', 'Maya <maya@example.com>');
    repository.run('switch', '--quiet', '-c', 'side');
    await repository.write('a.txt', 'two\n');
    repository.commit('2024-01-02', 'Zoe <zoe@example.com>');
    repository.run('switch', '--quiet', 'main');
    await repository.write('b.txt', 'one\n');
    repository.commit('2024-01-03', 'Maya <maya@example.com>');
    repository.run('merge', '--quiet', '-s', 'ours', '-m', 'x', 'side');
    assert.equal(await hasChanged('zoe@example.com', ['a.txt']), true);
    assert.equal(await hasChanged('jon@example.com', ['a.txt']), false, 'who merged');
  });

  it('takes many paths, and such as look like something else', async () => {
    const odd = ['-p', '--all', ':(top)x', '*', 'a\nb'];
    for (const path of odd) await repository.write(path, 'one\n');
    repository.commit('2024-01-01', 'Maya <maya@example.com>');
    const many = Array.from({ length: 5000 }, (_, at) => `a/rather/long/path/of/a/file/${at}.txt`);
    for (const path of odd) assert.equal(await hasChanged('maya@example.com', [...many, path]), true, path);
    assert.equal(await hasChanged('maya@example.com', many), false);
  });

  it('knows that nobody changed anything before the first commit', async () => {
    const result = await repository.git.diff(repository.uri('.'), {});
    assert.ok(result.kind === 'diff');
    assert.equal(await hasChanged('x@example.com', ['a.txt'], { commit: result.diff.baseCommit }), false);
  });

  it('cannot tell without an address, paths or a commit', async () => {
    const commit = repository.commit('2024-01-01');
    assert.equal(await hasChanged('', ['a.txt'], { commit }), undefined);
    assert.equal(await hasChanged('x@example.com', [], { commit }), undefined);
    assert.equal(await hasChanged('x@example.com', ['a.txt'], { commit: '--all' }), undefined);
  });
});
