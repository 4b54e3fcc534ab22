import assert from 'node:assert/strict';
import { fileUri } from '../../../src/node/fileUri';
import { type TemporaryRepository, temporaryRepository } from './temporaryRepository';
import { changeInAllWays, layTopic, setLooks } from './topicBranch';

describe('Git.branchChanges', () => {
  let repository: TemporaryRepository;
  beforeEach(async () => {
    repository = await temporaryRepository();
    await layTopic(repository);
  });
  afterEach(() => repository.remove());

  /** `base: path 0-2,4-5; ...`; a file without an end is `0-`. */
  const changes = async (folder = '.') => {
    const found = await repository.git.branchChanges(repository.uri(folder));
    if (found === undefined) return undefined;
    const end = (to: number) => (to === Number.MAX_SAFE_INTEGER ? '' : String(to));
    const files = [...found.added]
      .map(([path, spans]) => `${path} ${spans.map(({ from, to }) => `${from}-${end(to)}`).join(',')}`)
      .sort();
    return `${found.base}: ${files.join('; ')}`;
  };

  it('knows what was committed, staged, only written, and not known to git', async () => {
    assert.equal(await changes(), 'main: ');
    await changeInAllWays(repository);
    assert.equal(await changes(), 'main: a.txt 0-1; b.txt 1-2,5-6; below/new.txt 0-; staged.txt 0-2');
    assert.deepEqual(repository.warnings, []);
  });

  it('does not count what the base has added since', async () => {
    repository.run('switch', '--quiet', 'main');
    await repository.write('c.txt', 'one\n');
    repository.commit('2024-02-02');
    repository.run('switch', '--quiet', 'topic');
    assert.equal(await changes(), 'main: ');
    repository.run('switch', '--quiet', '--detach', 'main');
    await repository.write('d.txt', 'one\n');
    assert.equal(await changes(), 'main: d.txt 0-', 'without a branch');
  });

  it('keeps what a renamed file held before', async () => {
    repository.run('mv', 'b.txt', 'c.txt');
    await repository.write('c.txt', 'one\ntwo\nthree\nfour\nfive\nsix\nseven');
    repository.commit('2024-02-02');
    assert.equal(await changes(), 'main: c.txt 6-7');
  });

  it('knows a file that came from outside of the folder', async () => {
    await repository.write('below/new.txt', 'one\n');
    repository.run('mv', 'b.txt', 'below/b.txt');
    repository.run('mv', 'a.txt', 'below-not.txt');
    await repository.write('below/b.txt', 'one\ntwo\nthree\nfour\nfive\nsix\nseven\n');
    assert.equal(await changes('below'), 'main: b.txt 6-7; new.txt 0-');
  });

  it('is not led astray by names and contents', async () => {
    const names = ['a b.txt', 'ä.txt', 'q"uo\\te.txt', 'tab\tline\nend.txt', '-p', 'b/b'];
    for (const name of names)
      await repository.write(name, '++ b/evil\n-- a/evil\n@@ -1 +9,9 @@\ndiff --git\n');
    repository.commit('2024-02-02');
    await repository.write('unträcked "x"', '');
    const wanted = [...names.map((name) => `${name} 0-4`), 'unträcked "x" 0-'].sort();
    assert.equal(await changes(), `main: ${wanted.join('; ')}`);
  });

  it('takes no name of a base for an option of git', async () => {
    const commit = repository.run('rev-parse', 'main').trim();
    await repository.write('.git/--octopus', `${commit}\n`);
    await repository.write('.git/refs/remotes/origin/HEAD', 'ref: --octopus\n');
    assert.equal((await repository.git.branchChanges(repository.uri('.')))?.base, 'origin/HEAD');
    assert.deepEqual(repository.warnings, []);
  });

  it('has no opinion from settings for how a diff looks', async () => {
    await repository.write('a.txt', 'one\ntwo\nthree\nfour\n');
    setLooks(repository);
    assert.equal(await changes(), 'main: a.txt 3-4');
  });

  it('leaves out binary files, deleted ones and other repositories', async () => {
    await repository.write('gone.txt', 'one\n');
    repository.commit('2024-01-03');
    repository.run('branch', '--force', 'main');
    await repository.write('binary', new Uint8Array([0, 1, 2]));
    repository.run('add', 'binary');
    repository.run('rm', '--quiet', 'gone.txt');
    repository.run('init', '--quiet', 'other');
    await repository.write('other/x.txt', 'one\n');
    repository.run('-C', 'other', 'add', '.');
    repository.run('-C', 'other', '-c', 'user.name=x', '-c', 'user.email=x', 'commit', '--quiet', '-m', 'x');
    repository.run('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', './other', 'sub');
    assert.equal(await changes(), 'main: .gitmodules 0-3');
  });

  describe('chooses the base', () => {
    const remote = (name: string) => repository.run('update-ref', `refs/remotes/origin/${name}`, 'main');
    const baseOf = async () => (await changes())?.replace(/:.*/s, '');

    it("by the remote's own word, then by usual names", async () => {
      assert.equal(await baseOf(), 'main');
      remote('master');
      assert.equal(await baseOf(), 'origin/master');
      remote('main');
      assert.equal(await baseOf(), 'origin/main');
      remote('trunk');
      repository.run('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
      assert.equal(await baseOf(), 'origin/trunk');
    });

    it('on the default branch: its upstream, or what is committed', async () => {
      repository.run('switch', '--quiet', 'main');
      await repository.write('c.txt', 'one\n');
      assert.equal(await changes(), 'main: c.txt 0-');
      remote('main');
      repository.commit('2024-02-02');
      assert.equal(await changes(), 'main: ');
      repository.run('config', 'branch.main.remote', 'origin');
      repository.run('config', 'branch.main.merge', 'refs/heads/main');
      assert.equal(await changes(), 'main: ', 'nothing says where the remote goes');
      repository.run('config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');
      repository.run('config', 'remote.origin.url', '../none');
      assert.equal(await changes(), 'origin/main: c.txt 0-1');
    });

    it('and says nothing where there is none', async () => {
      repository.run('switch', '--quiet', 'main');
      repository.run('branch', '--quiet', '-m', 'main', 'develop');
      assert.equal(await changes(), undefined);
      repository.run('switch', '--quiet', '--orphan', 'main');
      repository.commit('2024-02-02');
      repository.run('switch', '--quiet', 'develop');
      assert.equal(await changes(), undefined, 'no common commit');
    });
  });

  it('knows a worktree and a submodule', async () => {
    repository.run('switch', '--quiet', 'main');
    await repository.write('.gitignore', 'tree\n');
    repository.commit('2024-01-03');
    repository.run('worktree', 'add', '--quiet', '-b', 'other', 'tree');
    await repository.write('tree/new.txt', 'one\n');
    assert.equal(await changes('tree'), 'main: new.txt 0-');
    repository.run(
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      fileUri(repository.folder),
      'sub',
    );
    await repository.write('sub/own.txt', 'one\n');
    assert.equal(await changes('sub'), 'origin/main: own.txt 0-');
  });
});
