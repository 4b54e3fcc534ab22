import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listWorkspace } from '../../src/core/guidance/workspaceFiles';
import type { FileContent } from '../../src/core/host';
import { fileUri } from '../../src/node/fileUri';
import { createNodeHost } from '../../src/node/nodeHost';
import { withoutPrivileges } from './withoutPrivileges';

describe('createNodeHost', () => {
  const warnings: string[] = [];
  const host = createNodeHost({
    log: {
      error: (message) => assert.fail(message),
      warn: (message) => void warnings.push(message),
      info: () => undefined,
      debug: () => undefined,
    },
  });
  const isWindows = process.platform === 'win32';
  let root = '';
  const uri = (path: string) => fileUri(join(root, path));

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'leadlight-'));
    warnings.length = 0;
  });
  afterEach(async () => rm(root, { recursive: true, force: true }));

  describe('readFile', () => {
    it('gives the bytes of a file, whatever its name', async () => {
      await mkdir(join(root, 'a b#ä%'));
      await writeFile(join(root, 'a b#ä%/c[1]!.txt'), 'text');
      assert.equal(textOf(await host.readFile(uri('a b#ä%/c[1]!.txt'), 100)), 'text');
      await writeFile(join(root, 'empty'), '');
      assert.equal(textOf(await host.readFile(uri('empty'), 0)), '');
    });

    it('reads up to the limit and names the size of what is larger', async () => {
      await writeFile(join(root, 'a'), 'x'.repeat(1000));
      assert.equal(textOf(await host.readFile(uri('a'), 1000))?.length, 1000);
      assert.deepEqual(await host.readFile(uri('a'), 999), { kind: 'tooLarge', size: 1000 });
    });

    it('reads files that do not tell their size', async function () {
      if (process.platform !== 'linux') this.skip();
      assert.match(textOf(await host.readFile('file:///proc/self/status', 100_000))!, /^Name:/);
      assert.equal((await host.readFile('file:///proc/self/status', 10))?.kind, 'tooLarge');
    });

    it('gives nothing for what is no file, and does not wait for it', async function () {
      if (isWindows) this.skip();
      execFileSync('mkfifo', [join(root, 'fifo')]);
      await symlink('fifo', join(root, 'toFifo'));
      const server = await listen(join(root, 'socket'));
      for (const path of ['fifo', 'toFifo', 'socket', '.', 'none', 'none/none', 'fifo/x']) {
        assert.equal(await host.readFile(uri(path), 100), undefined, path);
      }
      assert.equal(await host.readFile('file:///dev/zero', 100), undefined);
      server.close();
      assert.deepEqual(warnings, []);
    });

    it('gives nothing for what is no path here', async () => {
      const others = [
        'untitled:a',
        'vscode-vfs://github/a/b',
        'file://elsewhere/a',
        'file:///a%00b',
        'file:///a%2Fb',
        '',
        'a',
      ];
      for (const other of others) {
        if (isWindows && other.includes('elsewhere')) continue;
        assert.equal(await host.readFile(other, 100), undefined, other);
        assert.deepEqual(await host.readDirectory(other), [], other);
        assert.equal(await host.realUri(other), other);
      }
    });

    it('says which file it may not read', async function () {
      if (isWindows) this.skip();
      await writeFile(join(root, 'secret'), 'x');
      await chmod(join(root, 'secret'), 0);
      await mkdir(join(root, 'closed'));
      await chmod(join(root, 'closed'), 0);
      await chmod(root, 0o755);
      await withoutPrivileges(async () => {
        for (let time = 0; time < 2; time++) {
          assert.equal(await host.readFile(uri('secret'), 100), undefined);
          assert.deepEqual(await host.readDirectory(uri('closed')), []);
        }
      });
      assert.equal(warnings.length, 2);
      assert.match(warnings[0]!, /secret cannot be read: .*EACCES/);
    });

    it('opens no more files than a process may', async () => {
      await writeFile(join(root, 'a'), 'x'.repeat(100));
      const contents = await Promise.all(Array.from({ length: 5000 }, () => host.readFile(uri('a'), 100)));
      assert.ok(contents.every((content) => textOf(content)?.length === 100));
      assert.deepEqual(warnings, []);
    });

    it('bears files that come, grow and go while it reads', async () => {
      let going = true;
      const churn = async (name: string) => {
        for (let n = 1; going; n++) {
          await writeFile(join(root, name), 'x'.repeat((n % 7) * 5000));
          if (n % 3 === 0) await rm(join(root, name));
        }
      };
      const churning = Promise.all(['a', 'b', 'c'].map(churn));
      for (let n = 0; n < 300; n++) {
        for (const content of await Promise.all(
          ['a', 'b', 'c'].map((name) => host.readFile(uri(name), 20_000)),
        )) {
          if (content?.kind === 'tooLarge') assert.ok(content.size > 20_000);
          else assert.match(textOf(content) ?? '', /^x*$/);
        }
        for (const { name, kind } of await host.readDirectory(uri('.')))
          assert.ok('abc'.includes(name) && kind === 'file');
      }
      going = false;
      await churning;
      assert.deepEqual(warnings, []);
    });
  });

  describe('readDirectory', () => {
    it('names files, folders and links, and nothing else', async function () {
      if (isWindows) this.skip();
      await mkdir(join(root, 'folder'));
      await writeFile(join(root, '.file'), '');
      await symlink('folder', join(root, 'link'));
      await symlink('nowhere', join(root, 'broken'));
      execFileSync('mkfifo', [join(root, 'fifo')]);
      const entries = await host.readDirectory(uri(''));
      assert.deepEqual(entries.map(({ name, kind }) => `${name}: ${kind}`).sort(), [
        '.file: file',
        'broken: link',
        'folder: directory',
        'link: link',
      ]);
      assert.deepEqual(await host.readDirectory(uri('.file')), []);
      assert.deepEqual(await host.readDirectory(uri('none')), []);
    });
  });

  it('leaves out names that are not UTF-8, and says so once in a folder', async function () {
    // Other systems have no such names.
    if (process.platform !== 'linux') this.skip();
    const named = (...name: number[]) => Buffer.concat([Buffer.from(`${root}/`), Buffer.from(name)]);
    await writeFile(named(0x61, 0xff), 'x');
    await mkdir(named(0xfe));
    // Read as text, the first one has this name too.
    await writeFile(join(root, 'a\ufffd'), 'y');
    for (let time = 0; time < 2; time++)
      assert.deepEqual(await host.readDirectory(uri('')), [{ name: 'a\ufffd', kind: 'file' }]);
    assert.deepEqual(warnings, [
      `${fileUri(root)}: 2 of its files and folders left out, as their names are not UTF-8`,
    ]);
  });

  describe('realUri', () => {
    it('follows links to the end', async function () {
      if (isWindows) this.skip();
      await mkdir(join(root, 'a b'));
      await writeFile(join(root, 'a b/(c).txt'), '');
      await symlink('a b', join(root, 'l'));
      await symlink('l/(c).txt', join(root, 'm'));
      // The folder for temporary files may be a link itself.
      const real = await host.realUri(uri('a b'));
      assert.equal(await host.realUri(uri('m')), `${real}/%28c%29.txt`);
      assert.equal(await host.realUri(`${real}/(c).txt`), `${real}/(c).txt`);
      assert.equal(await host.realUri(`${real}/`), `${real}/`);
    });

    it('leaves what leads nowhere, or round in a circle', async function () {
      if (isWindows) this.skip();
      await symlink('b', join(root, 'a'));
      await symlink('a', join(root, 'b'));
      await symlink('none', join(root, 'c'));
      for (const path of ['a', 'b', 'c', 'd']) {
        assert.equal(await host.realUri(uri(path)), uri(path));
        assert.equal(await host.readFile(uri(path), 10), undefined);
      }
      assert.deepEqual(warnings, []);
    });
  });

  it('lists the files that git lists', async function () {
    if (isWindows) this.skip();
    this.timeout(20_000);
    // A person's own ignore file has no part in this.
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'core.excludesFile=', ...args], { cwd: root, encoding: 'utf8' });
    try {
      git('init', '--quiet', '.');
    } catch {
      this.skip();
    }
    const ignoreFiles = {
      '.gitignore':
        '*.log\n/build\nout/\n!keep.log\n**/tmp/*\n!**/tmp/.keep\ndocs/*.html\na?c\n[xy].dat\n\\#odd\nsp\\ \n',
      'pkg/.gitignore': '!out/\n*.gen\n!/one.gen\nnested/**/deep\n',
      'pkg/out/.gitignore': '/*\n!.gitignore\n!kept/\n',
      '.git/info/exclude': 'excluded\n*.bak\n',
      'pkg/x/.gitignore': '!*.bak\n!excluded\n',
    };
    const names = ['a.log', 'keep.log', 'tmp/a', 'tmp/.keep', 'docs/a.html', 'docs/b/a.html', 'abc', 'x.dat'];
    const more = [
      '#odd',
      'sp ',
      'sp',
      'one.gen',
      'nested/a/deep/f',
      'nested/deep',
      'out/kept/a',
      'out/a',
      'excluded',
      'a.bak',
      'build/a/b',
    ];
    const folders = ['', 'pkg/', 'pkg/x/', 'pkg/out/kept/', 'other/build/', '\u00e4 [1]/'];
    const paths = folders.flatMap((folder) => [...names, ...more].map((name) => folder + name));
    for (const [path, text] of Object.entries(ignoreFiles)) await put(path, text);
    for (const path of paths) await put(path, '');
    await symlink('pkg', join(root, 'link'));

    const files = await listWorkspace(host, uri(''));
    const listed = git('ls-files', '--others', '--exclude-standard', '-z').split('\0').filter(Boolean);
    assert.deepEqual([...files!.files, ...files!.links].sort(), listed.sort());
    assert.ok(listed.length > 50 && listed.length < paths.length);
    // What is asked of each path by itself is the same.
    assert.deepEqual(
      paths.filter((path) => files!.isIgnored(path)).sort(),
      paths.filter((path) => !listed.includes(path)).sort(),
    );
  });

  async function put(path: string, text: string): Promise<void> {
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), text);
  }
});

function textOf(content: FileContent | undefined): string | undefined {
  return content?.kind === 'bytes' ? new TextDecoder().decode(content.bytes) : undefined;
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(path, () => resolve(server));
  });
}
