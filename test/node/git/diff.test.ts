import assert from 'node:assert/strict';
import { chmod, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diff, DiffFile } from '../../../src/core/review/diff';
import { fileUri } from '../../../src/node/fileUri';
import { type TemporaryRepository, temporaryRepository } from './temporaryRepository';
import { changeInAllWays, layTopic, setLooks } from './topicBranch';
import { writtenFiles } from './writtenFiles';

describe('Git.diff', () => {
  const isWindows = process.platform === 'win32';
  let repository: TemporaryRepository;
  beforeEach(async () => {
    repository = await temporaryRepository();
    await layTopic(repository);
  });
  afterEach(() => repository.remove());

  const diff = async (folder = '.', base?: string): Promise<Diff> => {
    const result = await repository.git.diff(repository.uri(folder), base === undefined ? {} : { base });
    assert.ok(result.kind === 'diff', result.kind === 'none' ? result.message : '');
    assert.deepEqual(repository.warnings, []);
    return result.diff;
  };
  const files = async (folder?: string) => writtenFiles((await diff(folder)).files);
  const fingerprint = async (path: string) =>
    (await diff()).files.find((file) => file.path === path)?.fingerprint;

  it('tells of each file as soon as it was read', async () => {
    await repository.write('a.txt', 'zero\n');
    await repository.write('b.txt', 'zero\n');
    await repository.write('new.txt', 'zero\n');
    const told: DiffFile[] = [];
    const onFile = (file: DiffFile) => told.push(file);
    const result = await repository.git.diff(repository.uri('.'), { onFile });
    assert.ok(result.kind === 'diff');
    assert.deepEqual(
      told.map(({ path }) => path),
      ['a.txt', 'b.txt'],
    );
    assert.ok(told.every((file, at) => file === result.diff.files[at]));
  });

  it('knows what was committed, staged, only written, and not known to git', async () => {
    assert.equal(await files(), '');
    await changeInAllWays(repository);
    await repository.write('intended.txt', 'one\n');
    repository.run('add', '--intent-to-add', 'intended.txt');
    assert.equal(
      await files(),
      `modified a.txt 0:0 +zero
modified b.txt 1:1 -two -three +zwei 6:5 +seven
added below/new.txt 0:0 +one
added intended.txt 0:0 +one
added staged.txt 0:0 +one +two`,
    );
  });

  it('tells the base, where the branch left it, and what was committed since', async () => {
    const left = repository.run('rev-parse', 'main').trim();
    repository.run('switch', '--quiet', 'main');
    await repository.write('c.txt', 'one\n');
    repository.commit('2024-02-01');
    repository.run('switch', '--quiet', 'topic');
    const first = repository.commit('2024-02-02', 'Zoë <zoe@example.com>');
    repository.run('commit', '--quiet', '--allow-empty', '-m', 'subject\n\nbody: ä\n\nLeadlight-Review: x');
    const { base, baseCommit, branch, commits, notes, files: none } = await diff();
    assert.deepEqual([base, baseCommit, branch, notes, none], ['main', left, 'topic', [], []]);
    assert.deepEqual(
      commits.map(({ email, message }) => [email, message]),
      [
        ['jon@example.com', 'subject\n\nbody: ä\n\nLeadlight-Review: x'],
        ['zoe@example.com', '2024-02-02'],
      ],
    );
    assert.equal(commits[1]!.commit, first);
    repository.run('merge', '--quiet', '--no-edit', 'main');
    assert.deepEqual(
      (await diff()).commits.map(({ isMerge }) => isMerge),
      [true, false, false],
    );
    repository.run('switch', '--quiet', '--detach');
    assert.equal((await diff()).branch, undefined);
  });

  it('follows what is renamed, be it not added yet', async () => {
    repository.run('mv', 'b.txt', 'c.txt');
    await repository.write('c.txt', 'one\ntwo\nthree\nfour\nfive\nsix\nseven');
    await rm(join(repository.folder, 'a.txt'));
    await repository.write('new.txt', 'one\ntwo\nthree\n');
    assert.equal(await files(), 'renamed b.txt > c.txt 6:6 +seven\nrenamed a.txt > new.txt');
  });

  it('knows a binary file of which only the name or the mode changed', async () => {
    await repository.write('old/logo', new Uint8Array([1, 0, 2, 3]));
    await repository.write('old/copy', new Uint8Array([1, 0, 2, 3, 4]));
    await repository.write('old/words.txt', 'one\ntwo\n');
    repository.run('add', '--all');
    repository.run('commit', '--quiet', '--message', 'old');
    repository.run('branch', '--force', 'main');
    repository.run('mv', 'old', 'new');
    repository.run('update-index', '--chmod=+x', 'a.txt');
    repository.run('update-index', '--chmod=+x', 'new/copy');
    if (!isWindows)
      for (const path of ['a.txt', 'new/copy']) await chmod(join(repository.folder, path), 0o755);
    const told = (await diff()).files.map(({ path, status, kind }) => `${status} ${kind} ${path}`);
    assert.deepEqual(told, [
      'modified text a.txt',
      'renamed binary new/copy',
      'renamed binary new/logo',
      'renamed text new/words.txt',
    ]);
  });

  it('knows modes, binary files, links, and one that became the other', async function () {
    if (isWindows) this.skip();
    await repository.write('binary', new Uint8Array([0, 1, 2]));
    await repository.write('text', 'one\ntwo\n');
    await repository.write('run.sh', 'one\n');
    await symlink('a.txt', join(repository.folder, 'link'));
    await symlink('a.txt', join(repository.folder, 'once'));
    repository.commit('2024-02-02');
    repository.run('branch', '--force', 'main');
    await repository.write('binary', new Uint8Array([0, 1, 3]));
    await repository.write('another', new Uint8Array([0]));
    await chmod(join(repository.folder, 'run.sh'), 0o755);
    for (const path of ['link', 'text', 'once']) await rm(join(repository.folder, path));
    await symlink('b.txt', join(repository.folder, 'link'));
    await symlink('b.txt', join(repository.folder, 'text'));
    await repository.write('once', 'one\n');
    assert.equal(
      await files(),
      `added binary another
modified binary binary
modified link link 0:0 -a.txt +b.txt
modified once 120000>100644 0:0 -a.txt 1:0 +one
modified run.sh 100644>100755
modified link text 100644>120000 0:0 -one -two 2:0 +b.txt`,
    );
    const before = await fingerprint('binary');
    await repository.write('binary', new Uint8Array([0, 1, 4]));
    assert.notEqual(await fingerprint('binary'), before);
  });

  it('knows which commit a submodule is at, and nothing inside of it', async () => {
    const add = ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add'];
    repository.run(...add, fileUri(repository.folder), 'sub');
    repository.commit('2024-02-02');
    repository.run('branch', '--force', 'main');
    await repository.write('sub/own.txt', 'one\n');
    assert.equal(await files(), '');
    const commit = repository.run('-C', 'sub', 'rev-parse', 'HEAD').trim();
    const who = ['-c', 'user.name=x', '-c', 'user.email=x'];
    repository.run('-C', 'sub', ...who, 'commit', '--quiet', '--allow-empty', '-m', 'x');
    const next = repository.run('-C', 'sub', 'rev-parse', 'HEAD').trim();
    const expected = `modified submodule sub 0:0 -Subproject commit ${commit} +Subproject commit ${next}`;
    assert.equal(await files(), expected);
    repository.run('init', '--quiet', 'inside');
    await repository.write('inside/x.txt', 'one\n');
    const { files: changed, notes } = await diff();
    assert.equal(writtenFiles(changed), expected, 'a repository that is no submodule');
    assert.deepEqual(notes, ['What is in a repository of its own is left out: inside/.']);
    assert.equal(await files('sub'), 'added own.txt 0:0 +one');
  });

  it('tells paths below the folder, and what came from outside or left', async () => {
    await repository.write('below/gone.txt', 'one\ntwo\nthree\nvier\n');
    await repository.write('below/same.txt', 'x\n');
    repository.commit('2024-02-02');
    repository.run('branch', '--force', 'main');
    repository.run('mv', 'b.txt', 'below/b.txt');
    repository.run('mv', 'below/gone.txt', 'gone.txt');
    await repository.write('below/b.txt', 'one\ntwo\nthree\nfour\nfive\nsix\nseven\n');
    await repository.write('below/ä.txt', 'one\n');
    await repository.write('below-not.txt', 'one\n');
    assert.equal(
      await files('below'),
      `renamed ../b.txt > b.txt 6:6 +seven
deleted gone.txt 0:0 -one -two -three -vier
added ä.txt 0:0 +one`,
    );
  });

  it('is not led astray by names and contents', async function () {
    const text = '++ b/evil\n-- a/evil\n@@ -1 +9,9 @@\ndiff --git a/x b/x\n\\ No newline at end of file\n\n';
    const names = ['a b.txt', 'ä.txt', 'q"uo\\te.txt', 'tab\tline\nend.txt', '-p', 'b/b', 'x b/x', ':(top)y'];
    if (isWindows) this.skip();
    for (const name of names) await repository.write(name, text);
    repository.commit('2024-02-02');
    repository.run('branch', '--force', 'main');
    for (const name of names) await repository.write(name, text.replaceAll('evil', 'good'));
    await repository.write('new\n"one"', text);
    const read = (await diff()).files;
    assert.deepEqual(read.map(({ path }) => path).sort(), [...names, 'new\n"one"'].sort());
    for (const { hunks, status } of read.filter(({ path }) => path !== 'new\n"one"'))
      assert.deepEqual(
        [status, hunks],
        [
          'modified',
          [
            {
              oldStart: 0,
              newStart: 0,
              removed: ['++ b/evil', '-- a/evil'],
              added: ['++ b/good', '-- a/good'],
            },
          ],
        ],
      );
    assert.deepEqual(
      read.find(({ path }) => path === 'new\n"one"')?.hunks.map(({ added }) => added.join('\n')),
      [text.slice(0, -1)],
    );
  });

  it('knows files whose names are no UTF-8', async function () {
    if (process.platform !== 'linux') this.skip();
    const named = (name: string) =>
      Buffer.concat([Buffer.from(`${repository.folder}/`), Buffer.from(name, 'latin1')]);
    await writeFile(named('\xff'), 'one\n');
    repository.commit('2024-02-02');
    repository.run('branch', '--force', 'main');
    await writeFile(named('\xff'), 'two\n');
    await writeFile(named('\xfe'), 'two\n');
    assert.equal(await files(), 'added \ufffd 0:0 +two\nmodified \ufffd 0:0 -one +two');
    const told = (await diff()).files.map((file) => file.fingerprint);
    assert.notEqual(told[0], told[1]);
  });

  it('looks at the file, whatever the index says of it', async () => {
    repository.run('rm', '--quiet', '--cached', 'a.txt');
    assert.equal(await files(), '', 'it is as it was, but for who asks the index');
    await repository.write('a.txt', 'one\ntwo\n');
    await rm(join(repository.folder, 'b.txt'));
    await repository.write('b.txt/c.txt', 'x\n');
    assert.equal(
      await files(),
      `modified a.txt 2:2 -three
deleted b.txt 0:0 -one -two -three -four -five -six
added b.txt/c.txt 0:0 +x`,
    );
  });

  it('sees a change in the very second of the index, of the same length', async () => {
    const inThePast = (path: string) => utimes(join(repository.folder, path), 1_700_000_000, 1_700_000_000);
    repository.run('config', 'core.trustctime', 'false');
    await repository.write('new.txt', 'one\n');
    await inThePast('a.txt');
    repository.run('update-index', '--refresh');
    await repository.write('a.txt', 'one\nsix\nthree\n');
    await inThePast('a.txt');
    await inThePast('.git/index');
    assert.equal(await files(), 'modified a.txt 1:1 -two +six\nadded new.txt 0:0 +one');
  });

  it('knows a worktree, and what is left out of a sparse one', async () => {
    await repository.write('below/c.txt', 'one\n');
    repository.commit('2024-02-02');
    repository.run('branch', '--force', 'main');
    repository.run('worktree', 'add', '--quiet', '-b', 'other', 'tree');
    await repository.write('.git/info/exclude', 'tree');
    await repository.write('tree/new.txt', 'one\n');
    await repository.write('tree/a.txt', 'one\n');
    assert.equal(await files('tree'), 'modified a.txt 1:1 -two -three\nadded new.txt 0:0 +one');
    repository.run('sparse-checkout', 'set', '--cone', '--sparse-index');
    await repository.write('new.txt', 'one\n');
    assert.equal(await files(), 'added new.txt 0:0 +one');
  });

  it('keeps carriage returns, white space and a missing last line end apart', async () => {
    const told = new Set<string | undefined>();
    const texts = [
      'one\ntwo\nx\n',
      'one\ntwo\nx\r\n',
      'one\ntwo\nx ',
      'one\ntwo\nx \n',
      'one\ntwo\n\tx',
      'one\ntwo\nx',
    ];
    for (const text of texts) {
      await repository.write('a.txt', text);
      told.add(await fingerprint('a.txt'));
    }
    assert.equal(told.size, texts.length);
    await repository.write('a.txt', 'one\ntwo\r\nthree');
    assert.equal(await files(), 'modified a.txt 1:1 -two -three +two\r +three');
  });

  it('has no opinion from settings for how a diff looks', async () => {
    await repository.write('a.txt', 'one\n\ntwo\nthree\nfour\n');
    repository.run('mv', 'b.txt', 'c.txt');
    const expected = await diff();
    setLooks(repository);
    assert.deepEqual(await diff(), expected);
  });

  describe('has a fingerprint that', () => {
    it('stays when a file is added, committed, and its branch rebased', async () => {
      await repository.write('b.txt', 'one\ntwo\nthree\nfour\nfive!\nsix\n');
      await repository.write('new.txt', 'one\n');
      const before = [await fingerprint('b.txt'), await fingerprint('new.txt')];
      repository.run('add', '.');
      assert.deepEqual([await fingerprint('b.txt'), await fingerprint('new.txt')], before);
      repository.commit('2024-02-02');
      repository.run('switch', '--quiet', 'main');
      await repository.write('b.txt', 'zero\none\none and a half\ntwo\nfour\nfive\nsix\n');
      repository.commit('2024-02-03');
      repository.run('switch', '--quiet', 'topic');
      repository.run('rebase', '--quiet', 'main');
      repository.run('commit', '--quiet', '--amend', '-m', 'reworded');
      assert.deepEqual([await fingerprint('b.txt'), await fingerprint('new.txt')], before);
    });

    it('changes with each edit, and comes back', async () => {
      await repository.write('b.txt', 'one\nx\ntwo\nthree\nfour\ny\nfive\n');
      const first = await fingerprint('b.txt');
      const told = new Set([first]);
      const others = [
        'one\ny\ntwo\nthree\nfour\nx\nfive\n',
        'one\ntwo\nx\nthree\nfour\ny\nfive\n',
        'one\nx\ny\ntwo\nthree\nfour\nfive\n',
        'one\nx\ntwo\nthree\nfour\ny\nfive',
        'one\nx\ntwo\nthree\nfour\ny\n',
      ];
      for (const text of others) {
        await repository.write('b.txt', text);
        told.add(await fingerprint('b.txt'));
      }
      repository.run('mv', 'b.txt', 'c.txt');
      told.add(await fingerprint('c.txt'));
      assert.equal(told.size, others.length + 2);
      repository.run('mv', 'c.txt', 'b.txt');
      await repository.write('b.txt', 'one\nx\ntwo\nthree\nfour\ny\nfive\n');
      assert.equal(await fingerprint('b.txt'), first);
    });
  });
});
