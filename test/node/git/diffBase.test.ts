import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type TemporaryRepository, temporaryRepository } from './temporaryRepository';

describe('the base of Git.diff', () => {
  let repository: TemporaryRepository;
  beforeEach(async () => {
    repository = await temporaryRepository();
    await repository.write('a.txt', 'one\n');
    repository.commit('2024-01-02');
  });
  afterEach(() => repository.remove());

  /** `base: paths. Notes`, or the message where there is no diff. */
  const told = async (base?: string, folder = '.') => {
    const result = await repository.git.diff(repository.uri(folder), base === undefined ? {} : { base });
    assert.deepEqual(repository.warnings, []);
    if (result.kind === 'none') return `none: ${result.message}`;
    const { base: name, files, notes } = result.diff;
    return [`${name}: ${files.map(({ path }) => path).join(' ')}.`, ...notes].join(' ');
  };

  it('is the default branch, or its upstream', async () => {
    repository.run('switch', '--quiet', '-c', 'topic');
    await repository.write('b.txt', 'one\n');
    repository.commit('2024-02-02');
    assert.equal(await told(), 'main: b.txt.');
    repository.run('update-ref', 'refs/remotes/origin/main', 'main');
    assert.equal(await told(), 'origin/main: b.txt.');
    repository.run('switch', '--quiet', 'main');
    repository.run('merge', '--quiet', 'topic');
    await repository.write('c.txt', 'one\n');
    assert.equal(
      await told(),
      'main: c.txt. This is the default branch, and it has no upstream, so only what is not committed counts. Pick a base to see more.',
    );
    repository.run('config', 'branch.main.remote', 'origin');
    repository.run('config', 'branch.main.merge', 'refs/heads/main');
    repository.run('config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');
    repository.run('config', 'remote.origin.url', '../none');
    assert.equal(await told(), 'origin/main: b.txt c.txt.');
  });

  it('is the upstream where that is another branch, and not what was pushed of this one', async () => {
    repository.run('config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');
    repository.run('config', 'remote.origin.url', '../none');
    repository.run('update-ref', 'refs/remotes/origin/main', 'main');
    repository.run('switch', '--quiet', '-c', 'release/2');
    await repository.write('b.txt', 'one\n');
    repository.commit('2024-02-02');
    repository.run('switch', '--quiet', '-c', 'fix', '--track', 'release/2');
    await repository.write('c.txt', 'one\n');
    repository.commit('2024-02-03');
    assert.equal(await told(), 'release/2: c.txt.');
    repository.run('update-ref', 'refs/remotes/origin/release/2', 'release/2');
    repository.run('branch', '--quiet', '--set-upstream-to=origin/release/2');
    assert.equal(await told(), 'origin/release/2: c.txt.');
    repository.run('update-ref', '-d', 'refs/remotes/origin/release/2');
    assert.equal(await told(), 'origin/main: b.txt c.txt.', 'the upstream is gone');
    repository.run('update-ref', 'refs/remotes/origin/fix', 'fix');
    repository.run('branch', '--quiet', '--set-upstream-to=origin/fix');
    assert.equal(await told(), 'origin/main: b.txt c.txt.', 'all of it was pushed');
    repository.run('update-ref', 'refs/remotes/origin/maya/fix', 'fix');
    repository.run('branch', '--quiet', '--set-upstream-to=origin/maya/fix');
    assert.equal(await told(), 'origin/main: b.txt c.txt.', 'it was pushed with a name in front');
    repository.run('switch', '--quiet', '-c', 'release/fix', '--track', 'origin/fix');
    assert.equal(await told(), 'origin/fix: .');
  });

  it('is what is committed where nothing better is known', async () => {
    repository.run('branch', '--quiet', '-m', 'main', 'develop');
    await repository.write('b.txt', 'one\n');
    const note =
      'No default branch and no upstream is known, so only what is not committed counts. Pick a base to see more.';
    assert.equal(await told(), `HEAD: b.txt. ${note}`);
    repository.run('switch', '--quiet', '--detach');
    assert.equal(await told(), `HEAD: b.txt. ${note}`);
  });

  it('is what a person picked: a branch, a tag or a commit', async () => {
    const first = repository.run('rev-parse', 'HEAD').trim();
    repository.run('tag', '-a', '-m', 'x', 'v1');
    await repository.write('b.txt', 'one\n');
    repository.commit('2024-02-02');
    repository.run('branch', 'other');
    await repository.write('c.txt', 'one\n');
    assert.equal(await told('other'), 'other: c.txt.');
    for (const base of ['v1', first, 'HEAD~1']) assert.equal(await told(base), `${base}: b.txt c.txt.`);
  });

  it('has to be there, and be no option of git', async () => {
    repository.run('update-ref', 'refs/heads/-x', 'HEAD');
    for (const base of ['gone', '-x', '--octopus', '^main', 'main..HEAD', 'main^{tree}', '', ' ', '<b>\n'])
      assert.equal(
        await told(base),
        `none: ${base.trim() || 'The base'} is no branch, tag or commit here. Fetch it, or pick another base.`,
      );
  });

  it('has a commit in common with the branch', async () => {
    repository.run('switch', '--quiet', '--orphan', 'other');
    repository.commit('2024-02-02');
    assert.equal(await told(), 'none: This branch and main have no commit in common. Pick another base.');
  });

  it('may be out of reach in a shallow clone', async () => {
    repository.run('switch', '--quiet', '-c', 'topic');
    repository.commit('2024-02-02');
    repository.run('switch', '--quiet', 'main');
    repository.commit('2024-02-03');
    const clone = (depth: number, name: string) => {
      const url = `file://${repository.folder}`;
      const args = ['-b', 'topic', '--no-single-branch', `--depth=${depth}`, url, name];
      execFileSync('git', ['clone', '--quiet', ...args], { cwd: repository.folder, stdio: 'pipe' });
    };
    clone(1, 'one');
    assert.equal(
      await told(undefined, 'one'),
      'none: This clone is shallow and ends before the branch left origin/main. Run git fetch --unshallow, or pick another base.',
    );
    clone(2, 'two');
    assert.equal(
      await told(undefined, 'two'),
      'origin/main: . This clone is shallow, so commits of the base may be taken for commits of this branch.',
    );
  });

  it('is the empty tree before the first commit, however objects are named', async () => {
    const note = 'Nothing is committed on this branch yet, so every file counts as added.';
    for (const format of ['sha1', 'sha256']) {
      repository.run('init', '--quiet', `--object-format=${format}`, format);
      assert.equal(await told(undefined, format), `the empty tree: . ${note}`);
      await repository.write(`${format}/new.txt`, 'one\n');
      await repository.write(`${format}/staged.txt`, 'one\n');
      repository.run('-C', format, 'add', 'staged.txt');
      assert.equal(await told(undefined, format), `the empty tree: new.txt staged.txt. ${note}`);
      assert.equal(await told('main', format), `the empty tree: new.txt staged.txt. ${note}`);
      const result = await repository.git.diff(repository.uri(format), {});
      assert.ok(result.kind === 'diff');
      const { baseCommit, branch, commits } = result.diff;
      const id = repository.run('-C', format, 'hash-object', '-t', 'tree', '/dev/null').trim();
      assert.deepEqual([baseCommit, commits], [id, []]);
      assert.ok(branch !== undefined);
    }
    repository.run('switch', '--quiet', '--orphan', 'other');
    await repository.write('.gitignore', 'sha*\n');
    await repository.write('b.txt', 'one\n');
    assert.equal(await told(), `the empty tree: .gitignore b.txt. ${note}`);
  });

  it('is nothing where git fails, and it says why, each time', async () => {
    const tree = repository.run('rev-parse', 'HEAD^{tree}').trim();
    await rm(join(repository.folder, '.git/objects', tree.slice(0, 2), tree.slice(2)));
    for (const look of [1, 2]) {
      const result = await repository.git.diff(repository.uri('.'), {});
      assert.ok(result.kind === 'none', `look ${look}`);
      assert.match(result.message, /^Git could not tell what changed: git diff-index failed: \S.+$/);
    }
    assert.equal(repository.warnings.length, 1);
  });

  describe('beside notes of', () => {
    const expectNote = async (expected: string) =>
      assert.equal((await told()).replace(/^.*?\. |Pick a base to see more\. /gs, ''), expected);
    const fails = (...args: string[]) => assert.throws(() => repository.run(...args));
    beforeEach(async () => {
      repository.run('switch', '--quiet', '-c', 'topic');
      await repository.write('a.txt', 'topic\n');
      repository.commit('2024-02-02');
      repository.run('switch', '--quiet', 'main');
      await repository.write('a.txt', 'main\n');
      repository.commit('2024-02-03');
      repository.run('switch', '--quiet', 'topic');
    });
    const ending = 'is in progress, so the diff will change when it ends. 1 file in conflict: a.txt.';

    it('a merge', async () => {
      fails('merge', 'main');
      await expectNote(`A merge ${ending}`);
      const result = await repository.git.diff(repository.uri('.'), {});
      assert.ok(result.kind === 'diff');
      assert.deepEqual(result.diff.files[0]?.hunks[0]?.added.slice(0, 2), ['<<<<<<< HEAD', 'topic']);
      await repository.write('a.txt', 'both\n');
      repository.run('add', '.');
      await expectNote('A merge is in progress, so the diff will change when it ends.');
    });

    it('a rebase, which is still of its branch', async () => {
      for (const way of ['--merge', '--apply']) {
        fails('rebase', way, 'main');
        await expectNote(`A rebase ${ending}`);
        const result = await repository.git.diff(repository.uri('.'), {});
        assert.ok(result.kind === 'diff');
        assert.deepEqual([result.diff.branch, result.diff.base], ['topic', 'main'], way);
        repository.run('rebase', '--abort');
      }
    });

    it('a rebase of no branch, or of what only looks like one', async () => {
      repository.run('switch', '--quiet', '--detach');
      const branch = async () => {
        const result = await repository.git.diff(repository.uri('.'), {});
        assert.ok(result.kind === 'diff');
        return result.diff.branch;
      };
      fails('rebase', 'main');
      assert.equal(await branch(), undefined);
      const name = join(repository.folder, '.git/rebase-merge/head-name');
      for (const text of ['--upload-pack=x\n', '', 'refs/tags/v1\n', 'refs/heads/\n']) {
        await repository.write('.git/rebase-merge/head-name', text);
        assert.equal(await branch(), undefined, text);
      }
      await rm(name);
      execFileSync('mkfifo', [name]);
      assert.equal(await branch(), undefined);
    });

    it('a cherry-pick', async () => {
      fails('cherry-pick', 'main');
      await expectNote(`A cherry-pick ${ending}`);
    });

    it('a revert, in a worktree', async () => {
      repository.run('worktree', 'add', '--quiet', '-b', 'tree', 'below', 'main~1');
      const write = (text: string) => repository.write('below/a.txt', text);
      await write('x\n');
      repository.run('-C', 'below', 'commit', '--quiet', '-a', '-m', 'x');
      await write('y\n');
      repository.run('-C', 'below', 'commit', '--quiet', '-a', '-m', 'y');
      fails('-C', 'below', 'revert', 'HEAD~1');
      const said = await told(undefined, 'below');
      assert.equal(said, `main: a.txt. A revert ${ending}`);
      const left = 'What is in a repository of its own is left out: below/.';
      assert.equal(await told('main', join('below', '..')), `main: a.txt. ${left}`);
    });
  });
});
