import assert from 'node:assert/strict';
import { memoryHost, rootUri } from './memoryHost';

describe('memoryHost', () => {
  const text = async (host: ReturnType<typeof memoryHost>, path: string) => {
    const content = await host.readFile(rootUri + path, 1000);
    return content?.kind === 'bytes' ? new TextDecoder().decode(content.bytes) : content;
  };

  it('splits a fixture into files and takes its indentation off', async () => {
    const host = memoryHost(`
      //- /a.yaml
      key:
        more: 1

      //- /b/c.txt
      //- /d e%20f.txt
      last`);
    assert.equal(await text(host, 'a.yaml'), 'key:\n  more: 1\n\n');
    assert.equal(await text(host, 'b/c.txt'), '');
    assert.equal(await text(host, 'd%20e%2520f.txt'), 'last');
    assert.equal(await text(host, 'b'), undefined);
    assert.deepEqual(await host.readFile(`${rootUri}a.yaml`, 5), { kind: 'tooLarge', size: 16 });
    assert.equal(host.reads, 5);
    assert.throws(() => memoryHost('text before'), /begins with a line/);
    assert.throws(() => memoryHost('//- a'), /begins with "\/"/);
  });

  it('lists folders', async () => {
    const host = memoryHost('//- /a.txt\n//- /b/c.txt\n//- /b/d/e.txt\n//- /l -> b');
    assert.deepEqual(await host.readDirectory(rootUri), [
      { name: 'a.txt', kind: 'file' },
      { name: 'b', kind: 'directory' },
      { name: 'l', kind: 'link' },
    ]);
    assert.deepEqual(
      (await host.readDirectory(`${rootUri}l/`)).map(({ name }) => name),
      ['c.txt', 'd'],
    );
    assert.deepEqual(await host.readDirectory(`${rootUri}none`), []);
    assert.equal(host.listings, 3);
  });

  it('follows links, and gives up where they go round', async () => {
    const host = memoryHost(
      '//- /a/b.txt\nb\n//- /x/l -> ../a\n//- /r -> /w/x/l/b.txt\n//- /o -> p\n//- /p -> o',
    );
    assert.equal(await text(host, 'r'), 'b\n');
    assert.equal(await host.realUri(`${rootUri}x/l/b.txt`), `${rootUri}a/b.txt`);
    assert.equal(await host.realUri(`${rootUri}o`), `${rootUri}o`);
    assert.equal(await text(host, 'o'), undefined);
  });

  it('changes', async () => {
    const host = memoryHost('//- /a/b.txt\nb');
    host.write(`${rootUri}a/c.txt`, 'c');
    host.rename(`${rootUri}a`, `${rootUri}n`);
    assert.deepEqual([await text(host, 'n/b.txt'), await text(host, 'n/c.txt')], ['b', 'c']);
    host.remove(`${rootUri}n/b.txt`);
    assert.deepEqual(await host.readDirectory(`${rootUri}n`), [{ name: 'c.txt', kind: 'file' }]);
    assert.throws(() => host.remove(`${rootUri}n/b.txt`), /nothing at/);
  });

  it('fails a test that logs an error, and knows one time only', () => {
    const host = memoryHost('', { now: new Date(0) });
    assert.throws(() => host.log.error('oh'), /logged as an error: oh/);
    host.log.warn('well');
    assert.deepEqual(host.logged, ['warn: well']);
    assert.equal(host.now().getTime(), 0);
  });
});
