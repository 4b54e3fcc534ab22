import assert from 'node:assert/strict';
import { type ListOptions, listWorkspace } from '../../../src/core/guidance/workspaceFiles';
import { compileGlob, isGlobError } from '../../../src/core/text/globs';
import { memoryHost, rootUri } from '../memoryHost';

describe('listWorkspace', () => {
  it('lists files by path, dot files included, and leaves out .git and node_modules at any depth', async () => {
    const { files, truncated } = await list(`
      //- /b.ts
      //- /a/c.ts
      //- /a-b.ts
      //- /a/.env
      //- /.github/x.yml
      //- /.git/HEAD
      //- /a/.git
      //- /node_modules/x/index.js
      //- /a/node_modules/y/index.js
      //- /a/b c/ä#%.ts
    `);
    assert.deepEqual(files, ['.github/x.yml', 'a-b.ts', 'a/.env', 'a/b c/ä#%.ts', 'a/c.ts', 'b.ts']);
    assert.equal(truncated, false);
  });

  it('reads ignore files at any depth, the nearest first', async () => {
    const { files, isIgnored, ignoreFiles } = await list(`
      //- /.gitignore
      *.log
      /dist/
      generated/
      //- /dist/a.js
      //- /a/dist/a.js
      //- /a/x.log
      //- /a/keep/.gitignore
      !*.log
      secret
      //- /a/keep/x.log
      //- /a/keep/b/y.log
      //- /a/keep/secret/z.txt
      //- /b/.gitignore
      !generated/
      //- /b/generated/code.ts
      //- /b/generated/run.log
      //- /c/generated/code.ts
    `);
    assert.deepEqual(files, [
      '.gitignore',
      'a/dist/a.js',
      'a/keep/.gitignore',
      'a/keep/b/y.log',
      'a/keep/x.log',
      'b/.gitignore',
      'b/generated/code.ts',
    ]);
    assert.deepEqual(ignoreFiles, ['.gitignore', 'a/keep/.gitignore', 'b/.gitignore']);
    const ignored = [
      'dist/new.js',
      'dist/',
      'a/keep/secret/b/c',
      'c/generated/',
      'b/generated/x.log',
      'a/.git/x',
    ];
    for (const path of ignored) assert.ok(isIgnored(path), path);
    for (const path of ['dist', 'a/dist/', 'b/generated/', 'a/keep/x.log', 'new/file.ts'])
      assert.ok(!isIgnored(path), path);
  });

  it('does not look again into a folder that is ignored', async () => {
    const host = memoryHost(`
      //- /.gitignore
      out/*
      !out/kept/
      big
      //- /out/kept/a
      //- /out/gone/b
      //- /big/c/d/e
      //- /big/.gitignore
      !*
    `);
    assert.deepEqual((await listWorkspace(host, rootUri))?.files, ['.gitignore', 'out/kept/a']);
    assert.equal(host.listings, 3);
  });

  it('reads .git/info/exclude after the ignore files', async () => {
    const { files, isIgnored, ignoreFiles } = await list(`
      //- /.git/info/exclude
      *.tmp
      notes
      //- /.gitignore
      !keep.tmp
      //- /a.tmp
      //- /b/keep.tmp
      //- /notes/x
    `);
    assert.deepEqual(files, ['.gitignore', 'b/keep.tmp']);
    assert.deepEqual(ignoreFiles, ['.git/info/exclude', '.gitignore']);
    assert.ok(isIgnored('c/d.tmp'));
  });

  it('takes more globs, which do not hide guidance', async () => {
    const host = memoryHost(`
      //- /vendor/a/b.ts
      //- /vendor/.leadlight/x.yaml
      //- /src/a.snap
      //- /src/.leadlight/b.snap
      //- /src/.leadlight/deep/c.snap
      //- /src/b.ts
      //- /hidden/.gitignore
      .leadlight
      //- /hidden/.leadlight/x.yaml
    `);
    const files = await listWorkspace(host, rootUri, {
      ignore: globs('vendor', '**/*.snap', '**/.leadlight/**'),
    });
    assert.deepEqual(files?.files, [
      'hidden/.gitignore',
      'src/.leadlight/b.snap',
      'src/.leadlight/deep/c.snap',
      'src/b.ts',
    ]);
    assert.ok(files.isIgnored('vendor/.leadlight/x.yaml'));
    assert.ok(files.isIgnored('vendor/'));
    assert.ok(files.isIgnored('src/new.snap'));
    assert.ok(!files.isIgnored('src/.leadlight/new.snap'));
    assert.ok(!files.isIgnored('src/'));
    // /, hidden, src, src/.leadlight, src/.leadlight/deep: a folder that a glob covers is not entered.
    assert.equal(host.listings, 5);
  });

  it('names links and does not follow them', async () => {
    const { files, links } = await list(`
      //- /.gitignore
      ignored
      //- /AGENTS.md -> docs/agents.md
      //- /docs/agents.md
      //- /pkg/.leadlight -> ../shared/.leadlight
      //- /shared/.leadlight/a.yaml
      //- /loop/self -> ..
      //- /ignored -> docs
      //- /broken -> nowhere
    `);
    assert.deepEqual(files, ['.gitignore', 'docs/agents.md', 'shared/.leadlight/a.yaml']);
    assert.deepEqual(links, ['AGENTS.md', 'broken', 'loop/self', 'pkg/.leadlight']);
  });

  it('stops at the cap and says so', async () => {
    const fixture = Array.from({ length: 50 }, (_, n) => `//- /d${n % 10}/f${n}.ts\n`).join('');
    const some = await list(fixture, { maxFiles: 20 });
    assert.equal(some.files.length, 20);
    assert.equal(some.truncated, true);
    const all = await list(fixture, { maxFiles: 50 });
    assert.equal(all.files.length, 50);
    assert.equal(all.truncated, false);
  });

  it('walks folders beyond the number that it reads at once', async () => {
    const paths = Array.from({ length: 200 }, (_, n) => `d${n}/e/f.ts`);
    assert.deepEqual((await list(paths.map((path) => `//- /${path}\n`).join(''))).files, paths.sort());
  });

  it('reads at most 32 folders at the same time', async () => {
    const host = memoryHost(Array.from({ length: 100 }, (_, n) => `//- /d${n}/f.ts\n`).join(''));
    let under = 0;
    let most = 0;
    const counting = {
      ...host,
      async readDirectory(uri: string) {
        most = Math.max(most, ++under);
        const entries = await host.readDirectory(uri);
        under--;
        return entries;
      },
    };
    assert.equal((await listWorkspace(counting, rootUri))?.files.length, 100);
    assert.equal(most, 32);
  });

  it('gives nothing when cancelled', async () => {
    const host = memoryHost('//- /a/b/c/d.ts\n');
    const isCancelled = () => host.listings >= 2;
    assert.equal(await listWorkspace(host, rootUri, { isCancelled }), undefined);
    assert.equal(host.listings, 2);
  });

  it('says which ignore file it does not read', async () => {
    const host = memoryHost('//- /a.ts\n//- /b/.gitignore -> ../a.ts\n');
    host.write(`${rootUri}.gitignore`, new Uint8Array([0x61, 0xff]));
    host.write(`${rootUri}c/.gitignore`, `${'a.ts\n'.repeat(110_000)}`);
    host.write(`${rootUri}c/a.ts`, '');
    const files = await listWorkspace(host, rootUri);
    assert.deepEqual(files?.files, ['.gitignore', 'a.ts', 'c/.gitignore', 'c/a.ts']);
    assert.deepEqual(host.logged, [
      'warn: file:///w/.gitignore is not read: it is not UTF-8; save it as UTF-8.',
      'warn: file:///w/c/.gitignore is not read: it has 550000 bytes.',
    ]);
  });

  it('finds nothing where there is nothing', async () => {
    const { files, links, truncated, isIgnored } = await list('');
    assert.deepEqual([files, links, truncated, isIgnored('a')], [[], [], false, false]);
  });
});

async function list(fixture: string, options?: ListOptions) {
  const files = await listWorkspace(memoryHost(fixture), rootUri, options);
  assert.ok(files !== undefined);
  return files;
}

function globs(...sources: readonly string[]) {
  return sources.map((source) => {
    const glob = compileGlob(source);
    assert.ok(!isGlobError(glob));
    return glob;
  });
}
