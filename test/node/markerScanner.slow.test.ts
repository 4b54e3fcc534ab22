import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, realpath, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createHostScanner } from '../../src/core/markers/hostScanner';
import type { MarkerScanner } from '../../src/core/markers/scanner';
import { createMarkerScanner } from '../../src/node/markerScanner';
import { nodeHost, type Report, scanFolder, buildWorker } from './scannedFolder';
import { withoutPrivileges } from './withoutPrivileges';

const windows = process.platform === 'win32';
let worker: string | undefined;
const scanners: Readonly<Record<string, () => MarkerScanner>> = {
  'in threads': () => createMarkerScanner({ host: nodeHost, worker: (worker ??= buildWorker()) }),
  'through a host': () => createHostScanner(nodeHost),
};

for (const [name, createScanner] of Object.entries(scanners)) {
  describe(`looking for markers in files, ${name}`, () => {
    let folder: string;
    let scanner: MarkerScanner;

    beforeEach(async () => {
      folder = await realpath(await mkdtemp(join(tmpdir(), 'leadlight-')));
      scanner = createScanner();
      // A few files alone are not worth threads.
      for (let index = 0; index < 40; index++) await write(`padding/${index}.ts`, 'export {};\n');
    });
    afterEach(async () => {
      scanner.dispose();
      await rm(folder, { recursive: true, force: true });
    });

    const write = async (path: string, content: string | Uint8Array) => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    };
    const expect = async (expected: Partial<Report>, paths?: readonly string[]) => {
      const padding = Array.from({ length: 40 }, (_, index) => `padding/${index}.ts`);
      const options = paths === undefined ? {} : { paths: [...padding, ...paths] };
      assert.deepEqual(await scanFolder(scanner, folder, options), { markers: [], skipped: [], ...expected });
    };

    it('finds debt and suppressions in comments, and none in strings', async () => {
      await write(
        'src/a.ts',
        'const a = "TODO: no";\n// TODO: yes\n/* eslint-disable no-console -- why */\n',
      );
      await write('b.py', '# fixme: any case with a colon\nx = 1  # noqa: E501\n');
      await expect({
        markers: ['b.py:0:2 FIXME', 'b.py:1:9 noqa', 'src/a.ts:1:3 TODO', 'src/a.ts:2:3 eslint-disable'],
      });
    });

    it('skips binary files', async () => {
      await write('a.ts', '// TODO: x\n\0');
      await write('b.ts', `// TODO: a NUL beyond the first 8 KiB is text\n${' '.repeat(9000)}\0\n`);
      await expect({ markers: ['b.ts:0:3 TODO'], skipped: ['a.ts: is binary'] });
    });

    it('does not search lines of more than 20,000 characters, and says so where a tag stands in them', async () => {
      await write(
        'min.js',
        `// TODO: found\n${'f();'.repeat(6000)} // TODO: not found\n// TODO: found too\n`,
      );
      await write('plain.js', `${'f();'.repeat(6000)}\n`);
      await write('fits.js', `${'é'.repeat(15_000)} // TODO: 30,000 bytes\n`);
      await expect({
        markers: ['fits.js:0:15004 TODO', 'min.js:0:3 TODO', 'min.js:2:3 TODO'],
        skipped: ['min.js: has lines of more than 20,000 characters, and these are not searched'],
      });
    });

    it('skips files of more than 2 MB', async () => {
      const most = 2 * 1024 * 1024;
      await write('fits.ts', '// TODO: x\n'.padEnd(most, '\n'));
      await write('large.ts', '// TODO: x\n'.padEnd(most + 1, '\n'));
      await expect({ markers: ['fits.ts:0:3 TODO'], skipped: ['large.ts: is larger than 2 MB'] });
    });

    it('reads UTF-16 with a byte order mark', async () => {
      const text = '\ufeffconst ä = "😀";\r\n/* 😀 */ // TODO: x\r\n';
      const little = Buffer.from(text, 'utf16le');
      await write('little.ts', little);
      await write('big.ts', Buffer.from(little).swap16());
      await expect({ markers: ['big.ts:1:12 TODO', 'little.ts:1:12 TODO'] });
    });

    it('counts UTF-16 units in UTF-8 and in Latin-1', async () => {
      await write('utf8.ts', '\ufefflet é = 1; // TODO: x\nlet 😀 = 1; // TODO: y\n');
      await write('latin1.ts', Buffer.from('let é = "ü"; // TODO: prüfen\n/* é */ // FIXME: ß\n', 'latin1'));
      await expect({
        markers: ['latin1.ts:0:16 TODO', 'latin1.ts:1:11 FIXME', 'utf8.ts:0:14 TODO', 'utf8.ts:1:15 TODO'],
      });
    });

    it('takes a lone carriage return for the end of a line', async () => {
      await write('a.ts', '// one\r// TODO: two\r\n// three\r// FIXME: four');
      await expect({ markers: ['a.ts:1:3 TODO', 'a.ts:3:3 FIXME'] });
    });

    it('follows no links', async function () {
      if (windows) this.skip();
      await write('src/a.ts', '// TODO: x\n');
      await symlink('.', join(folder, 'src/loop'));
      await symlink('a.ts', join(folder, 'src/b.ts'));
      await symlink('c.ts', join(folder, 'c.ts'));
      await expect({ markers: ['src/a.ts:0:3 TODO'] });
    });

    it('says what cannot be read, and goes on', async function () {
      if (windows) this.skip();
      await write('a.ts', '// TODO: x\n');
      await write('secret.ts', '// TODO: x\n');
      await write('closed/b.ts', '// TODO: x\n');
      await chmod(join(folder, 'secret.ts'), 0);
      await chmod(join(folder, 'closed'), 0);
      await chmod(folder, 0o755);
      await withoutPrivileges(() =>
        expect({ markers: ['a.ts:0:3 TODO'], skipped: ['secret.ts: cannot be read'] }),
      );
      await chmod(join(folder, 'closed'), 0o700);
    });

    it('waits for no FIFO and no socket', async function () {
      if (windows) this.skip();
      await write('a.ts', '// TODO: x\n');
      execFileSync('mkfifo', [join(folder, 'fifo.ts')]);
      const server = createServer().listen(join(folder, 'socket.ts'));
      await once(server, 'listening');
      await expect({ markers: ['a.ts:0:3 TODO'] });
      const { markers, skipped } = await scanFolder(scanner, folder, {
        paths: [
          'a.ts',
          'fifo.ts',
          'socket.ts',
          ...Array.from({ length: 40 }, (_, index) => `padding/${index}.ts`),
        ],
      });
      assert.deepEqual(markers, ['a.ts:0:3 TODO']);
      assert.deepEqual(
        skipped.map((each) => each.split(':')[0]),
        ['fifo.ts', 'socket.ts'],
      );
      server.close();
    });

    it('takes a submodule for a folder like any other', async () => {
      await write('lib/.git', 'gitdir: ../.git/modules/lib\n');
      await write('lib/a.c', '/* TODO: x */\n');
      await write('nested/.git/HEAD', '# TODO: x\n');
      await write('nested/b.c', '/* TODO: y */\n');
      await expect({ markers: ['lib/a.c:0:3 TODO', 'nested/b.c:0:3 TODO'] });
    });

    it('lives with files that vanish', async () => {
      await write('a.ts', '// TODO: x\n');
      const { markers, skipped } = await scanFolder(scanner, folder, {
        paths: ['a.ts', 'gone.ts', ...Array.from({ length: 40 }, (_, index) => `padding/${index}.ts`)],
      });
      assert.deepEqual(markers, ['a.ts:0:3 TODO']);
      assert.match(skipped.join(), /^gone\.ts: (is no longer there|cannot be read)$/);
    });

    it('stops when it is told to', async () => {
      for (let index = 0; index < 400; index++) await write(`many/${index}.ts`, '// TODO: x\n');
      const controller = new AbortController();
      let files = 0;
      await scanFolder(scanner, folder, {
        signal: controller.signal,
        onFile: () => {
          files++;
          controller.abort();
        },
      });
      assert.ok(files >= 1 && files < 400, `${files} files after the end`);
      assert.deepEqual((await scanFolder(scanner, folder)).markers.length, 400);
    });

    it('says how far it is, up to the last file', async () => {
      const done: number[] = [];
      await scanFolder(scanner, folder, { onProgress: (count) => done.push(count) });
      assert.equal(done.at(-1), 40);
      assert.deepEqual(
        done,
        done.toSorted((a, b) => a - b),
      );
    });

    it('sees what changed since the last scan', async () => {
      await write('a.ts', '// TODO: one\n');
      await write('b.ts', '// TODO: two\n');
      const old = new Date('2020-01-01');
      for (const path of ['a.ts', 'b.ts']) await utimes(join(folder, path), old, old);
      await expect({ markers: ['a.ts:0:3 TODO', 'b.ts:0:3 TODO'] });
      // Of the same length, and with the time set back.
      await write('a.ts', '// HACK: one\n');
      await utimes(join(folder, 'a.ts'), old, old);
      await rm(join(folder, 'b.ts'));
      await expect({ markers: ['a.ts:0:3 HACK'] });
    });

    it('looks again where a policy wants more of Markdown', async () => {
      await write('a.md', '# TODO: one\n');
      const old = new Date('2020-01-01');
      await utimes(join(folder, 'a.md'), old, old);
      const todo = { tag: 'TODO', kind: 'debt' } as const;
      assert.deepEqual((await scanFolder(scanner, folder, { tags: [todo] })).markers, []);
      const tags = [{ ...todo, markdown: 'headings' }] as const;
      assert.deepEqual((await scanFolder(scanner, folder, { tags })).markers, ['a.md:0:2 TODO']);
    });

    it('tells which files take long', async () => {
      await write('long.ts', '/* ` */ // TODO: x\n'.repeat(100_000));
      const slow = new Map<string, number>();
      await scanFolder(scanner, folder, {
        onSlow: ({ path, milliseconds }) => void slow.set(path, milliseconds),
      });
      assert.ok((slow.get('long.ts') ?? 0) >= 20);
    });

    it('looks for the tags that it is given', async () => {
      await write('a.ts', '// TODO: one\n// WIP: two\n// ??: three\n// ÄNDERN: four\n');
      assert.equal((await scanFolder(scanner, folder)).markers.length, 1);
      const wip = [{ tag: 'WIP', kind: 'debt' }] as const;
      assert.deepEqual((await scanFolder(scanner, folder, { tags: wip })).markers, ['a.ts:1:3 WIP']);
      const odd = [
        { tag: '??', kind: 'debt' },
        { tag: 'ÄNDERN', kind: 'debt' },
      ] as const;
      const { markers } = await scanFolder(scanner, folder, { tags: odd });
      assert.deepEqual(markers, ['a.ts:2:3 ??', 'a.ts:3:3 ÄNDERN']);
    });
  });
}
