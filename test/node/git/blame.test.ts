import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Blame } from '../../../src/core/git';
import { fileUri } from '../../../src/node/fileUri';
import { type TemporaryRepository, temporaryRepository } from './temporaryRepository';

describe('Git.blame', () => {
  let repository: TemporaryRepository;
  beforeEach(async () => (repository = await temporaryRepository()));
  afterEach(() => repository.remove());

  const blame = async (path: string, text: string) =>
    days(await repository.git.blame(repository.uri(path), text));

  it('says who wrote each line, when, and in which commit', async () => {
    await repository.write('src/a b.ts', 'one\ntwo\n');
    const first = repository.commit('2024-01-02');
    await repository.write('src/a b.ts', 'one\nzwei\n');
    repository.commit('2025-03-04', 'Jürgen Ä <j@example.com>');
    const found = await repository.git.blame(repository.uri('src/a b.ts'), 'one\nzwei\nnew\n');
    assert.deepEqual(found?.lines[0], {
      commit: first,
      author: 'Maya',
      email: 'maya@example.com',
      day: '2024-01-02',
    });
    assert.equal(found?.lines[1]?.author, 'Jürgen Ä');
    assert.deepEqual(found?.lines[2], { author: '', email: '', day: '' });
    assert.equal(found?.partial, undefined);
    assert.deepEqual(repository.warnings, []);
  });

  it('takes the text of the editor, not that on disk', async () => {
    await repository.write('a.ts', 'one\ntwo\n');
    repository.commit('2024-01-02');
    await repository.write('a.ts', 'other\n');
    assert.equal(await blame('a.ts', 'zero\none\ntwo'), '- 2024-01-02 2024-01-02');
  });

  it('has as many lines as an editor counts', async () => {
    await repository.write('a.txt', 'one\rstill one\ntwo\r\nthree\u2028still three');
    repository.commit('2024-01-02');
    await repository.write('a.txt', 'one\rstill one\ntwo, new\r\nthree\u2028still three');
    repository.commit('2025-01-02');
    assert.equal(
      await blame('a.txt', 'one\rstill one\ntwo, new\r\nthree\u2028still three'),
      '2024-01-02 2024-01-02 2025-01-02 2024-01-02',
    );
    assert.equal(await blame('a.txt', ''), '-');
    assert.equal(await blame('a.txt', '\r'), '- -');
  });

  it('sees through line ends and indentation', async () => {
    await repository.write('.gitattributes', '*.txt text eol=crlf\n');
    await repository.write('a.txt', 'one\ntwo\n');
    await repository.write('b.md', 'one\r\ntwo\r\n');
    repository.commit('2024-01-02');
    assert.equal(await blame('a.txt', 'one\r\n  two\r\n'), '2024-01-02 2024-01-02 2024-01-02');
    assert.equal(await blame('b.md', 'one\ntwo'), '2024-01-02 2024-01-02');
  });

  it('knows the first line behind a byte order mark, which editors do not show', async () => {
    await repository.write('a.cs', '\ufeffone\ntwo\n');
    repository.commit('2024-01-02');
    assert.equal(await blame('a.cs', 'one\ntwo'), '2024-01-02 2024-01-02');
    assert.equal(await blame('a.cs', '\ufeffone\ntwo'), '2024-01-02 2024-01-02');
    assert.equal(await blame('a.cs', '\ufeff\ufeffone'), '-');
  });

  it('has no commit for what git does not know', async () => {
    await repository.write('a.txt', 'one\n');
    assert.equal(await blame('a.txt', 'one\n'), '- -', 'no commit at all');
    repository.commit('2024-01-02');
    await repository.write('b.txt', 'one\n');
    assert.equal(await blame('b.txt', 'one\ntwo'), '- -', 'untracked');
    repository.run('add', 'b.txt');
    assert.equal(await blame('b.txt', 'one\ntwo'), '- -', 'not committed yet');
    assert.equal(await blame('none.txt', 'one'), '-', 'not on disk');
    assert.deepEqual(repository.warnings, []);
  });

  it('takes a path for nothing else', async () => {
    for (const path of ['--contents', '-', ':(top)a', '*', 'ä"\\\n']) {
      await repository.write(`dir/${path}`, 'one\n');
    }
    repository.commit('2024-01-02');
    for (const path of ['--contents', '-', ':(top)a', '*', 'ä"\\\n']) {
      assert.equal(await blame(`dir/${path}`, 'one'), '2024-01-02', path);
    }
  });

  it('follows a link to its file', async () => {
    await repository.write('a.txt', 'one\n');
    await symlink('a.txt', join(repository.folder, 'link.txt'));
    repository.commit('2024-01-02');
    assert.equal(await blame('link.txt', 'one'), '2024-01-02');
  });

  describe('with commits to ignore', () => {
    let reformatting = '';
    beforeEach(async () => {
      await repository.write('a.txt', 'one()\ntwo()\n');
      repository.commit('2024-01-02');
      await repository.write('a.txt', 'one();\ntwo();\n');
      reformatting = repository.commit('2025-01-02');
    });
    const check = async (days: string) => assert.equal(await blame('a.txt', 'one();'), days);

    it('looks behind those of the repository and of the person', async () => {
      await check('2025-01-02');
      await repository.write('.git-blame-ignore-revs', `# prettier\n${reformatting}\n`);
      await check('2024-01-02');
      await repository.write('.git-blame-ignore-revs', '');
      await repository.write('own', reformatting);
      repository.run('config', 'blame.ignoreRevsFile', 'own');
      await check('2024-01-02');
      repository.run('config', '--add', 'blame.ignoreRevsFile', '');
      await check('2025-01-02');
    });

    it('knows of them in a folder below', async () => {
      await repository.write('.git-blame-ignore-revs', reformatting);
      await repository.write('below/a.txt', 'one\n');
      repository.commit('2025-02-02');
      assert.equal(await blame('below/a.txt', 'one'), '2025-02-02');
      await check('2024-01-02');
    });

    it('knows of them in a worktree, and with line ends of its own', async () => {
      await repository.write('own', reformatting);
      repository.run('config', 'blame.ignoreRevsFile', `${repository.folder}/own`);
      repository.run('worktree', 'add', '--quiet', '-b', 'topic', 'tree');
      assert.equal(await blame('tree/a.txt', 'one();\ntwo();\nthree();'), '2024-01-02 2024-01-02 -');
      repository.run('config', 'core.autocrlf', 'true');
      assert.equal(await blame('tree/a.txt', 'one();\r\ntwo();\r\n'), '2024-01-02 2024-01-02 2024-01-02');
      await repository.write('tree/staged.txt', 'x');
      repository.run('-C', 'tree', 'add', 'staged.txt');
      assert.equal(await blame('tree/staged.txt', 'x'), '-');
      assert.deepEqual(repository.warnings, []);
    });

    it('bears a file that is missing, broken or no file', async () => {
      repository.run('config', 'blame.ignoreRevsFile', 'none');
      await check('2025-01-02');
      repository.run('config', 'blame.ignoreRevsFile', repository.folder);
      await check('2025-01-02');
      assert.deepEqual(repository.warnings, []);
      await repository.write('.git-blame-ignore-revs', 'not a commit\n');
      const found = await repository.git.blame(repository.uri('a.txt'), 'one();');
      assert.equal(days(found), '2025-01-02');
      assert.match(found!.partial!, /ignore cannot be read/);
      assert.equal(repository.warnings.length, 1);
    });
  });

  it('knows repositories whose names are SHA-256', async () => {
    repository.run('init', '--quiet', '--initial-branch=main', '--object-format=sha256', 'new');
    await repository.write('new/a.txt', 'one\n');
    repository.run('-C', 'new', 'add', '.');
    repository.run('-C', 'new', '-c', 'user.name=x', '-c', 'user.email=x', 'commit', '--quiet', '-m', 'x');
    const found = await repository.git.blame(repository.uri('new/a.txt'), 'one\ntwo');
    assert.equal(found?.lines[0]?.commit?.length, 64);
    repository.run('-C', 'new', 'config', 'blame.ignoreRevsFile', 'none');
    assert.deepEqual(await repository.git.blame(repository.uri('new/a.txt'), 'one\ntwo'), found);
    assert.deepEqual(repository.warnings, []);
  });

  it('says that a clone is shallow', async () => {
    await repository.write('a.txt', 'one\n');
    repository.commit('2024-01-02');
    await repository.write('a.txt', 'one\ntwo\n');
    repository.commit('2025-01-02');
    await repository.write('.gitignore', 'clone');
    repository.run('clone', '--quiet', '--depth=1', fileUri(repository.folder), 'clone');
    const found = await repository.git.blame(repository.uri('clone/a.txt'), 'one\ntwo');
    assert.equal(days(found), '2025-01-02 2025-01-02');
    assert.equal(found?.partial, 'This clone is shallow, so old lines seem as young as its oldest commit.');
  });
});

/** The day of each line, and `-` for one that is not committed. */
function days(blame: Blame | undefined): string | undefined {
  return blame?.lines.map(({ commit, day }) => (commit === undefined ? '-' : day)).join(' ');
}
