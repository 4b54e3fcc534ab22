import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defaultTags } from '../../src/core/markers/defaultTags';
import { createMarkerScanner } from '../../src/node/markerScanner';
import { readScanCache, userCacheFolder } from '../../src/node/scanCacheFile';
import { buildWorker, nodeHost, scanFolder } from './scannedFolder';

describe('the cache of a scan', () => {
  let base: string;
  let folder: string;
  let cacheFolder: string;
  const worker = buildWorker();
  const paths = Array.from({ length: 40 }, (_, index) => `${index}.ts`);
  const all = paths.map((path) => `${path}:0:3 TODO`).sort();

  beforeEach(async () => {
    base = await realpath(await mkdtemp(join(tmpdir(), 'leadlight-')));
    folder = join(base, 'work');
    cacheFolder = join(base, 'cache', '1.0.0');
    await mkdir(folder);
    for (const path of paths) {
      await writeFile(join(folder, path), '// TODO: x\n');
      await utimes(join(folder, path), 1e9, 1e9);
    }
  });
  afterEach(() => rm(base, { recursive: true, force: true }));

  /** As a new process does it. */
  const scan = async (tags = defaultTags) => {
    const scanner = createMarkerScanner({ host: nodeHost, worker, cacheFolder });
    const report = await scanFolder(scanner, folder, { paths, tags });
    scanner.dispose();
    return report;
  };
  const cacheFile = async () => join(cacheFolder, (await readdir(cacheFolder))[0]!);

  it('gives the next process the same', async () => {
    assert.deepEqual(await scan(), { markers: all, skipped: [] });
    assert.deepEqual(await scan(), { markers: all, skipped: [] });
    assert.equal((await readdir(cacheFolder)).length, 1);
    assert.equal((await readdir(folder)).length, paths.length);
  });

  it('is asked: what is in it is given where nothing has changed', async () => {
    // What changed a moment ago may change again within the same tick of the clock.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    await scan();
    const { mtimeMs } = await stat(await cacheFile());
    await scan();
    assert.equal((await stat(await cacheFile())).mtimeMs, mtimeMs);
  });

  it('does not answer for other tags', async () => {
    await scan();
    const wanted = [{ tag: 'FIXME', kind: 'debt', means: '' }] as const;
    assert.deepEqual(await scan(wanted), { markers: [], skipped: [] });
    assert.deepEqual((await scan()).markers, all);
  });

  it('keeps all files when some of them are looked at again', async () => {
    const more = Array.from({ length: 60 }, (_, index) => `more${index}.ts`);
    for (const path of more) await writeFile(join(folder, path), 'export {};\n');
    const scanner = createMarkerScanner({ host: nodeHost, worker, cacheFolder });
    await scanFolder(scanner, folder, { paths: [...paths, ...more] });
    await scanFolder(scanner, folder, { paths });
    scanner.dispose();
    const cache = await readScanCache(cacheFolder, `${pathToFileURL(folder).href}/`);
    assert.equal(cache?.columns.rows.size, 100);
    await scan();
    assert.equal((await readScanCache(cacheFolder, `${pathToFileURL(folder).href}/`))?.columns.rows.size, 40);
  });

  it('sees a change', async () => {
    await scan();
    await writeFile(join(folder, '7.ts'), '// HACK: x\n');
    await utimes(join(folder, '7.ts'), 1e9, 1e9);
    assert.deepEqual(
      (await scan()).markers,
      [...all.filter((each) => !each.startsWith('7.')), '7.ts:0:3 HACK'].sort(),
    );
  });

  it('is left alone where a byte of it is wrong, and made again', async () => {
    await scan();
    const whole = await readFile(await cacheFile());
    const broken = Buffer.from(whole);
    broken[broken.length >> 1]! ^= 1;
    for (const content of [broken, whole.subarray(0, 100), Buffer.alloc(0), Buffer.from('{}')]) {
      await writeFile(await cacheFile(), content);
      assert.deepEqual(await scan(), { markers: all, skipped: [] });
      assert.equal((await readFile(await cacheFile())).length, whole.length);
    }
  });

  it('may be deleted, and need not be writable', async () => {
    await scan();
    await rm(cacheFolder, { recursive: true });
    assert.deepEqual((await scan()).markers, all);
    await rm(cacheFolder, { recursive: true });
    await writeFile(cacheFolder, 'a file where the folder should be');
    assert.deepEqual((await scan()).markers, all);
  });
});

describe('userCacheFolder', () => {
  it('is the place that the system has for caches', function () {
    if (process.platform === 'win32') this.skip();
    assert.equal(userCacheFolder('1.2.3', { XDG_CACHE_HOME: '/c' }), '/c/leadlight/1.2.3');
    assert.match(userCacheFolder('1.2.3', {}), /\/\.cache\/leadlight\/1\.2\.3$/);
    // The specification: a relative path is to be ignored.
    assert.match(userCacheFolder('1.2.3', { XDG_CACHE_HOME: 'here' }), /\/\.cache\/leadlight\/1\.2\.3$/);
  });
});
