import assert from 'node:assert/strict';
import { type TemporaryRepository, temporaryRepository } from './temporaryRepository';

describe('Git.authors', () => {
  let repository: TemporaryRepository;
  beforeEach(async () => (repository = await temporaryRepository()));
  afterEach(() => repository.remove());

  /** One line a folder: `src/cart: Maya <maya@example.com> 2, Jon <jon@example.com> 1`. */
  const authors = async (folder = '.', commits = 100) => {
    const found = await repository.git.authors(repository.uri(folder), { commits });
    assert.deepEqual(repository.warnings, []);
    return found?.map(
      (each) =>
        `${each.path}: ${each.authors.map(({ name, email, commits }) => `${name} <${email}> ${commits}`).join(', ')}`,
    );
  };
  const commit = async (author: string, ...paths: readonly string[]) => {
    for (const path of paths) await repository.write(path, `${author} ${Math.random()}\n`);
    repository.commit('2024-01-01', author);
  };
  const [maya, jon] = ['Maya <maya@example.com>', 'Jon <jon@example.com>'] as const;

  it('counts commits by folder, to the second level, most first', async () => {
    await commit(jon, 'a.txt', 'src/cart/deep/a.ts', 'src/cart/b.ts');
    await commit(maya, 'src/cart/b.ts');
    await commit(maya, 'src/cart/b.ts', 'src/c.ts');
    await commit('Maya K <Maya@Example.com>', 'docs/ü b.md');
    assert.deepEqual((await authors())?.sort(), [
      ': Maya K <Maya@Example.com> 3, Jon <jon@example.com> 1',
      'docs: Maya K <Maya@Example.com> 1',
      'src/cart: Maya <maya@example.com> 2, Jon <jon@example.com> 1',
      'src: Maya <maya@example.com> 2, Jon <jon@example.com> 1',
    ]);
    assert.deepEqual((await authors('src'))?.sort(), [
      ': Maya <maya@example.com> 2, Jon <jon@example.com> 1',
      'cart/deep: Jon <jon@example.com> 1',
      'cart: Maya <maya@example.com> 2, Jon <jon@example.com> 1',
    ]);
    assert.deepEqual(await authors('src', 2), [
      ': Maya <maya@example.com> 1',
      'cart: Maya <maya@example.com> 1',
    ]);
  });

  it('knows nobody before the first commit, and nothing where there is no repository', async () => {
    assert.deepEqual(await authors(), []);
    assert.equal(await repository.git.authors('untitled:x', { commits: 1 }), undefined);
  });

  it('leaves merges out', async () => {
    await commit(maya, 'a.txt');
    repository.run('checkout', '--quiet', '-b', 'side');
    await commit(maya, 'b.txt');
    repository.run('checkout', '--quiet', 'main');
    await commit(maya, 'c.txt');
    repository.run('merge', '--quiet', '--no-ff', 'side');
    assert.deepEqual(await authors(), [': Maya <maya@example.com> 3']);
  });

  it('ends when nobody waits for it any more', async () => {
    await commit(maya, 'a.txt');
    const signal = AbortSignal.abort();
    const found = await repository.git.authors(repository.uri('.'), { commits: 9, signal });
    assert.equal(found, undefined);
  });
});
