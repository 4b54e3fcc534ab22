import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFileFor, readCacheFile, removeOtherVersions, writeCacheFile } from '../../src/node/cacheFile';
import { readTrendCache, writeTrendCache } from '../../src/node/trendCacheFile';

describe('a cache file', () => {
  let folder = '';
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'leadlight-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('gives back what was written, and nothing once a byte changed', async () => {
    const path = cacheFileFor(join(folder, 'a/b'), 'file:///w/', 'scan');
    assert.equal(await readCacheFile(path), undefined);
    await writeCacheFile(path, { a: new Map([['x', [1]]]) });
    await writeCacheFile(path, { a: new Map([['y', [2]]]) });
    assert.deepEqual(await readCacheFile(path), { a: new Map([['y', [2]]]) });
    assert.equal((await readdir(join(folder, 'a/b'))).length, 1);
    const bytes = await readFile(path);
    for (let at = 0; at < bytes.length; at += 1) {
      const broken = Buffer.from(bytes);
      broken[at]! ^= 1;
      await writeFile(path, broken);
      assert.equal(await readCacheFile(path), undefined, `byte ${at}`);
    }
    await writeFile(path, '');
    assert.equal(await readCacheFile(path), undefined);
  });

  it('goes with its version', async () => {
    for (const name of ['0.9.0', '1.0.0-next.1', '1.0.0', 'reviews'])
      await writeCacheFile(cacheFileFor(join(folder, name), 'file:///w/', 'scan'), 1);
    await removeOtherVersions(join(folder, '1.0.0'));
    assert.deepEqual((await readdir(folder)).sort(), ['1.0.0', 'reviews']);
    await removeOtherVersions(join(folder, 'none', '1.0.0'));
  });

  it('does not fail where it cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    await writeCacheFile(join(folder, 'file', 'x'), 1);
    assert.deepEqual(await readdir(folder), ['file']);
  });

  it('keeps a trend by folder', async () => {
    const cache = new Map([['typescript TODO', new Map([['abc', ['f']]])]]);
    await writeTrendCache(folder, 'file:///w/', cache);
    assert.deepEqual(await readTrendCache(folder, 'file:///w/'), cache);
    assert.deepEqual(await readTrendCache(folder, 'file:///other/'), new Map());
    await writeCacheFile(cacheFileFor(folder, 'file:///w/', 'trend'), 'something else');
    assert.deepEqual(await readTrendCache(folder, 'file:///w/'), new Map());
  });
});
