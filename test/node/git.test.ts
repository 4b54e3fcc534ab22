import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, chown, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Log } from '../../src/core/host';
import { fileUri } from '../../src/node/fileUri';
import { createGit } from '../../src/node/git';
import { createGitProcesses } from '../../src/node/git/gitProcess';
import { type TemporaryRepository, temporaryRepository } from './git/temporaryRepository';

describe('createGit', () => {
  const isWindows = process.platform === 'win32';
  let repository: TemporaryRepository;
  beforeEach(async () => {
    repository = await temporaryRepository();
    await repository.write('src/a.txt', 'one\ntwo\n');
    repository.commit('2024-01-02');
  });
  afterEach(() => repository.remove());

  /** Everything that is asked of git anywhere. */
  async function askEverything(git = repository.git, at = '') {
    const folder = repository.uri(at === '' ? '.' : at);
    const history = await git.sampleHistory(folder, { points: 3 });
    const files = await Promise.all(history?.commits.map((commit) => commit.files()) ?? []);
    const ids = files.flatMap((list) => list?.map(({ blob }) => blob) ?? []);
    const blobs: string[] = [];
    for await (const { id } of git.readBlobs(folder, ids, { maxBytes: 1000 })) blobs.push(id);
    const asked = { email: 'jon@example.com', paths: ['src/a.txt'] };
    const head = history?.commits.at(-1)?.commit ?? '0'.repeat(40);
    const diff = await git.diff(folder, {});
    return {
      diff: diff.kind === 'diff' ? diff.diff.files.map(({ path }) => path) : undefined,
      files: await git.diffFiles(folder, { baseCommit: head, paths: ['src/a.txt'], mayAdd: true }),
      bases: await git.bases(folder),
      hasChanged: await git.hasChanged(folder, { commit: head, ...asked }),
      blame: await git.blame(repository.uri(join(at, 'src/a.txt')), 'one\nzwei\n'),
      changes: await git.branchChanges(folder),
      history,
      blobs,
      held: (await git.fileIn(folder, { commit: head, path: 'src/a.txt', maxBytes: 1000 }))?.length,
      renamed: await git.renamed(folder, 'gone.txt'),
      identity: await git.identity(folder),
    };
  }

  const nothing = {
    blame: undefined,
    changes: undefined,
    diff: undefined,
    files: undefined,
    bases: [],
    hasChanged: undefined,
    history: undefined,
    blobs: [],
    held: undefined,
    renamed: undefined,
    identity: undefined,
  };

  it('knows who commits here', async () => {
    assert.deepEqual(await repository.git.identity(repository.uri('src')), {
      name: 'Jon',
      email: 'jon@example.com',
    });
    repository.run('config', 'user.name', '');
    repository.run('config', '--unset', 'user.email');
    assert.equal(await repository.git.identity(repository.uri('.')), undefined);
  });

  describe('runs nothing that a repository names', () => {
    let traps: string[] = [];
    /** A program that leaves a file behind, so that nobody can run it unseen. */
    const trap = async (name: string) => {
      traps.push(name);
      const path = join(repository.folder, '.git', `trap-${name}`);
      await writeFile(path, `#!/bin/sh\necho run > '${join(repository.folder, '.git', `sprung-${name}`)}'\n`);
      await chmod(path, 0o755);
      return path;
    };
    const sprung = async () =>
      (await readdir(join(repository.folder, '.git'))).filter((name) => name.startsWith('sprung-'));
    beforeEach(function () {
      if (isWindows) this.skip();
      traps = [];
    });

    async function setTraps(config: (name: string, value: string) => void) {
      config('core.fsmonitor', await trap('fsmonitor'));
      config('diff.external', await trap('external'));
      config('core.pager', await trap('pager'));
      config('pager.blame', await trap('pager-blame'));
      config('diff.trap.textconv', await trap('textconv'));
      config('diff.trap.command', await trap('command'));
      config('core.sshCommand', await trap('ssh'));
      config('core.askPass', await trap('askpass'));
      config('credential.helper', await trap('credential'));
      for (const filter of ['trap', 'a.b.c']) {
        const plain = filter.replace(/\W/g, '');
        config(`filter.${filter}.clean`, await trap(`clean-${plain}`));
        config(`filter.${filter}.smudge`, await trap(`smudge-${plain}`));
        config(`filter.${filter}.required`, 'true');
      }
      config('filter.process.process', await trap('process'));
      config('filter.process.required', 'true');
      config('log.showSignature', 'true');
      config('gpg.program', await trap('gpg'));
      await repository.write(
        '.git/info/attributes',
        '*.txt diff=trap filter=trap\n*.md filter=process\n*.c filter=a.b.c\n',
      );
      const hook = await trap('hook');
      for (const name of ['post-index-change', 'reference-transaction', 'fsmonitor-watchman'])
        await repository.write(`.git/hooks/${name}`, `#!/bin/sh\nexec '${hook}'\n`);
      for (const name of await readdir(join(repository.folder, '.git/hooks')))
        await chmod(join(repository.folder, '.git/hooks', name), 0o755);
    }

    /** With files that are not known to git. */
    async function change() {
      for (const name of ['src/a.txt', 'b.md', 'c.c', 'new.txt', 'new.md', 'new.c'])
        await repository.write(name, 'one\nzwei\n');
    }

    const plainly = (name: string, value: string) => void repository.run('config', name, value);

    it('in its settings, attributes and hooks', async () => {
      for (const name of ['b.md', 'c.c']) await repository.write(name, 'one\n');
      repository.commit('2024-02-02');
      await setTraps(plainly);
      await change();
      const { blame, changes, diff, files, bases, hasChanged, blobs, held, identity } = await askEverything();
      assert.deepEqual(
        blame?.lines.map(({ day }) => day),
        ['2024-01-02', '', ''],
      );
      const changed = ['b.md', 'c.c', 'new.c', 'new.md', 'new.txt', 'src/a.txt'];
      assert.deepEqual([...changes!.added.keys()].sort(), changed);
      assert.deepEqual(diff, changed);
      assert.deepEqual([files?.length, bases, hasChanged], [1, ['main'], false]);
      assert.ok(blobs.length > 0);
      assert.equal(held, 8);
      assert.equal(identity?.name, 'Jon');
      for (const name of ['b.md', 'c.c'])
        assert.ok(await repository.git.blame(repository.uri(name), 'one\n'));
      assert.deepEqual(await sprung(), []);
      assert.deepEqual(repository.warnings, []);

      // The traps do work.
      repository.run('diff', '--', 'src/a.txt');
      repository.run('diff', '--no-ext-diff', '--', 'src/a.txt');
      repository.run('blame', 'src/a.txt');
      repository.run('add', 'c.c');
      assert.throws(() => repository.run('add', 'b.md'));
      const names = [
        'clean-abc',
        'clean-trap',
        'command',
        'fsmonitor',
        'hook',
        'process',
        'smudge-trap',
        'textconv',
      ];
      assert.deepEqual(
        (await sprung()).sort(),
        names.map((name) => `sprung-${name}`),
      );
    });

    it('in files that its settings include', async () => {
      const included = join(repository.folder, '.git', 'more');
      await setTraps((name, value) => void repository.run('config', '--file', included, name, value));
      plainly('include.path', 'more');
      await change();
      assert.ok((await askEverything()).blame);
      assert.deepEqual(await sprung(), []);
      repository.run('diff', '--', 'src/a.txt');
      assert.ok((await sprung()).length > 1);
    });

    it('in a filter whose name cannot be said to git', async () => {
      plainly('filter.a=b.clean', await trap('clean'));
      await repository.write('.git/info/attributes', '*.txt filter=a=b\n');
      await change();
      assert.deepEqual(await askEverything(), nothing);
      assert.deepEqual(await sprung(), []);
      assert.equal(repository.warnings.length, 1);
    });

    it('in more filters than can be said to git', async () => {
      const config = Array.from({ length: 8_000 }, (_, n) => `[filter "${'x'.repeat(50)}${n}"]\nclean = x\n`);
      await writeFile(join(repository.folder, '.git/config'), config.join(''));
      assert.equal((await askEverything()).blame, undefined);
      assert.match(repository.warnings.join(), /E2BIG/);
    });

    it('in a submodule', async () => {
      const modules = '-c protocol.file.allow=always submodule --quiet add'.split(' ');
      repository.run(...modules, fileUri(repository.folder), 'sub');
      repository.commit('2024-03-03');
      repository.run('-C', 'sub', 'config', 'core.fsmonitor', await trap('fsmonitor'));
      await repository.write('sub/src/a.txt', 'changed\n');
      await repository.write('sub/new.txt', 'new\n');
      const { changes, diff } = await askEverything();
      assert.deepEqual([[...changes!.added], diff], [[], []]);
      const inside = await askEverything(repository.git, 'sub');
      assert.ok(inside.changes!.added.has('src/a.txt'));
      assert.deepEqual(inside.diff, ['new.txt', 'src/a.txt']);
      assert.deepEqual(await sprung(), []);
    });

    it('to fetch what a partial clone lacks', async () => {
      const command = await trap('fetch');
      await repository.write('src/a.txt', 'changed\n');
      const lacking = repository.run('rev-parse', 'HEAD:src/a.txt').trim();
      await writeFile(join(repository.folder, '.git/keep'), '');
      execFileSync('rm', [
        '-f',
        join(repository.folder, '.git/objects', lacking.slice(0, 2), lacking.slice(2)),
      ]);
      plainly('core.repositoryFormatVersion', '1');
      plainly('extensions.partialClone', 'origin');
      plainly('remote.origin.promisor', 'true');
      plainly('protocol.allow', 'always');
      plainly('protocol.ext.allow', 'always');
      for (const url of [`ext::${command}`, 'ssh://host/path']) {
        plainly('remote.origin.url', url);
        plainly('core.sshCommand', command);
        const { blame, diff, blobs } = await askEverything();
        assert.equal(blame, undefined);
        assert.equal(diff, undefined);
        assert.deepEqual(blobs, []);
      }
      assert.deepEqual(await sprung(), []);
      assert.throws(() => repository.run('-c', 'protocol.ext.allow=always', 'cat-file', 'blob', lacking));
      assert.deepEqual(await sprung(), ['sprung-fetch']);
    });

    it('to ignore commits, be it a FIFO', async () => {
      const fifo = join(repository.folder, '.git', 'fifo');
      execFileSync('mkfifo', [fifo]);
      plainly('blame.ignoreRevsFile', fifo);
      await symlink('.git/fifo', join(repository.folder, '.git-blame-ignore-revs'));
      assert.deepEqual(
        (await askEverything()).blame?.lines.map(({ day }) => day),
        ['2024-01-02', '', ''],
      );
    });

    it('as git', async () => {
      const ofNpm = 'node_modules/.bin';
      for (const path of [repository.folder, '.', '', join(repository.folder, ofNpm)]) {
        const program = join(repository.folder, path.endsWith(ofNpm) ? ofNpm : '', 'git');
        await mkdir(dirname(program), { recursive: true });
        await writeFile(program, `#!/bin/sh\necho run > '${join(repository.folder, '.git/sprung-git')}'\n`);
        await chmod(program, 0o755);
        if (path === repository.folder) continue;
        const git = createGit({ log: quiet, env: { PATH: path } });
        assert.equal(await git.identity(repository.uri('.')), undefined);
      }
      assert.deepEqual(await sprung(), []);
    });
  });

  it('leaves the repository as it is', async () => {
    await repository.write('src/a.txt', 'one\ntwo\n');
    await repository.write('src/new.txt', 'one\n');
    for (const setting of ['core.splitIndex', 'core.untrackedCache', 'index.sparse'])
      repository.run('config', setting, 'true');
    repository.run('update-index', '--split-index');
    const list = () =>
      execFileSync('find', ['.git', '-printf', '%p %s %T@\n'], { cwd: repository.folder, encoding: 'utf8' })
        // Whoever reads a split index makes the shared part young, so that git keeps it.
        .replace(/(sharedindex\S+ \d+) .*/g, '$1');
    if (process.platform !== 'linux') return;
    const before = list();
    await askEverything();
    assert.equal(list(), before);
  });

  it('takes no repository from the environment', async () => {
    const other = await temporaryRepository();
    try {
      const env = { ...process.env, GIT_DIR: join(other.folder, '.git'), GIT_WORK_TREE: other.folder };
      const git = createGit({
        log: quiet,
        env: { ...env, GIT_CONFIG_GLOBAL: '/dev/null', LC_ALL: 'de_DE.UTF-8' },
      });
      assert.equal((await git.sampleHistory(repository.uri('.'), { points: 1 }))?.commits.length, 1);
      assert.equal((await git.blame(repository.uri('new.txt'), 'x'))?.lines.length, 1);
    } finally {
      await other.remove();
    }
  });

  it('says nothing where there is no repository, no folder or no working tree', async () => {
    assert.deepEqual(await askEverything(repository.git, 'none'), nothing);
    repository.run('clone', '--quiet', '--bare', '.', 'bare');
    assert.deepEqual(await askEverything(repository.git, 'bare'), nothing);
    for (const uri of ['untitled:a', 'vscode-vfs://github/a/b', 'file:///', 'file:///a%00b']) {
      assert.equal(await repository.git.blame(uri, 'x'), undefined);
      assert.equal(await repository.git.branchChanges(uri), undefined);
    }
    await mkdir(join(repository.folder, '.git', 'other'));
    assert.deepEqual(repository.warnings, []);
  });

  it('says once that there is no git', async () => {
    const told: string[] = [];
    const git = createGit({
      log: { ...quiet, warn: (message) => void told.push(message) },
      env: { PATH: repository.folder },
    });
    await askEverything(git);
    assert.deepEqual(told, ['git rev-parse failed: there is no git on the PATH']);
  });

  it('says once that git distrusts the owner', async function () {
    if (isWindows || process.getuid?.() !== 0) this.skip();
    await chown(repository.folder, 12345, 12345);
    await chown(join(repository.folder, '.git'), 12345, 12345);
    const { blame, changes } = await askEverything();
    assert.deepEqual([blame, changes], [undefined, undefined]);
    assert.equal(repository.warnings.length, 1);
    assert.match(repository.warnings[0]!, /safe\.directory/);
  });

  describe('limits', () => {
    const processes = (limits: { silentMilliseconds?: number; maxBytes?: number }) =>
      createGitProcesses({ env: process.env, ...limits });
    function* endless(): Generator<string> {
      for (;;) yield 'HEAD^{tree}\n'.repeat(1000);
    }

    it('how long git is silent', async () => {
      const fifo = join(repository.folder, 'fifo');
      if (isWindows) return;
      execFileSync('mkfifo', [fifo]);
      const { read } = processes({ silentMilliseconds: 200 });
      const { code, message } = await read({
        folder: repository.folder,
        args: ['config', '--file', fifo, '--list'],
      });
      assert.deepEqual([code, message], [undefined, 'it was silent for 0.2 s']);
    });

    it('how much git prints', async () => {
      const { code, message, output } = await processes({ maxBytes: 100_000 }).read({
        folder: repository.folder,
        args: ['cat-file', '--batch'],
        input: endless(),
      });
      assert.deepEqual([code, message, output.length], [undefined, 'it printed more than 100000 bytes', 0]);
    });

    it('how many run, and kills what is cancelled', async function () {
      if (isWindows) this.skip();
      const { folder } = repository;
      execFileSync('mkfifo', [join(folder, 'fifo')]);
      const { read, start } = processes({});
      const cancel = new AbortController();
      const { signal } = cancel;
      const cancelled = read({ folder, args: ['config', '--file', 'fifo', '--list'], signal });
      const early = start({ folder, args: ['cat-file', '--batch'], input: endless() });
      assert.equal((await early.next()).done, false);
      const version = read({ folder, args: ['version'] });
      assert.equal(await Promise.race([version.then(() => 'ran'), delay(100).then(() => 'waits')]), 'waits');
      cancel.abort();
      assert.equal((await cancelled).message, 'cancelled');
      await early.return({ code: undefined, message: '' });
      assert.match((await version).output.toString(), /^git version/);
      assert.equal((await read({ folder, args: ['version'], signal })).message, 'cancelled');
    });
  });
});

const quiet: Log = {
  error: assert.fail,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
};

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
