import assert from 'node:assert/strict';
import { type TemporaryRepository, temporaryRepository } from './temporaryRepository';

describe('Git.bases', () => {
  let repository: TemporaryRepository;
  beforeEach(async () => (repository = await temporaryRepository()));
  afterEach(() => repository.remove());

  const bases = async () => {
    const found = await repository.git.bases(repository.uri('.'));
    assert.deepEqual(repository.warnings, []);
    return found.join(' ');
  };

  it('names the upstream and the default branch, then branches and tags by their age', async () => {
    const commitOn = (branch: string, day: string) => {
      repository.run('switch', '--quiet', '-c', branch);
      repository.commit(day);
    };
    repository.commit('2024-01-01');
    repository.run('tag', 'v1');
    commitOn('older', '2024-01-02');
    repository.run('tag', 'v2');
    commitOn('newer', '2024-01-04');
    commitOn('topic', '2024-01-05');
    repository.run('update-ref', 'refs/remotes/origin/main', 'main');
    repository.run('update-ref', 'refs/remotes/origin/topic', 'older');
    repository.run('update-ref', 'refs/remotes/origin/between', 'older');
    repository.run('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
    repository.run('config', 'branch.topic.remote', 'origin');
    repository.run('config', 'branch.topic.merge', 'refs/heads/topic');
    repository.run('config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');
    repository.run('update-ref', 'refs/heads/-x', 'topic');
    assert.equal(await bases(), 'origin/topic origin/main topic newer older origin/between main v2 v1');
  });

  it('names what each of them is picked by, where a branch and a tag share a name', async () => {
    repository.commit('2024-01-01');
    repository.run('branch', 'v1');
    repository.commit('2024-01-02');
    repository.run('tag', 'v1');
    assert.equal(await bases(), 'main heads/v1 tags/v1');
    const result = await repository.git.diff(repository.uri('.'), { base: 'heads/v1' });
    assert.ok(result.kind === 'diff');
    assert.equal(result.diff.commits.length, 1);
  });

  it('has none before the first commit, or where there is no repository', async () => {
    assert.equal(await bases(), '');
    assert.deepEqual(await repository.git.bases('untitled:x'), []);
  });

  it('names so many', async () => {
    const commit = repository.commit('2024-01-01');
    const refs = Array.from({ length: 1000 }, (_, at) => `${commit} refs/heads/b${at}\n`);
    await repository.write('.git/packed-refs', refs.join(''));
    assert.equal((await repository.git.bases(repository.uri('.'))).length, 500);
  });
});
