import assert from 'node:assert/strict';
import { countFiles, filesOfCode } from '../../../src/core/names/countFiles';
import { fewFiles } from '../../../src/core/names/namedIndex';
import { memoryHost, rootUri } from '../memoryHost';

const symbols = ['fooBar', 'Date.now', 'now', 'other'];

function count(texts: readonly string[], root = rootUri) {
  const paths = texts.map((_, at) => `f${at}.ts`);
  const host = memoryHost('');
  texts.forEach((text, at) => host.write(`${rootUri}f${at}.ts`, text));
  const readFile = (uri: string, most: number) => host.readFile(uri.replace(root, rootUri), most);
  const turns = { now: () => 0 };
  const input = { host: { ...host, readFile }, root, turns, paths, isCancelled: () => false };
  return countFiles(symbols, input);
}

describe('in how many files a name is', () => {
  it('is counted once for each file, wherever it stands there', async () => {
    const texts = ['fooBar(fooBar)', '// fooBar', 'a.Date.now()', 'now', '\0 fooBar', 'x'.repeat(600_000)];
    assert.deepEqual(await count(texts), [2, 1, 2, 0]);
    assert.deepEqual(await count([]), [0, 0, 0, 0]);
  });

  it('is estimated where there are many', async () => {
    const texts = Array.from({ length: 1_000 }, (_, at) => (at % 7 === 0 ? 'fooBar other' : 'other'));
    const [fooBar, , , other] = (await count(texts, 'vscode-vfs://w/'))!;
    assert.equal(other, 1_000);
    assert.ok(Math.abs(fooBar! - 143) < 20);
    assert.deepEqual(await count(texts), [143, 0, 0, 1_000]);
  });

  it('leaves out what is no code', () => {
    const paths = ['a.ts', 'a.md', 'a.json', 'a.unknown', 'AGENTS.md', 'b.py', '.leadlight/a.yaml'];
    assert.deepEqual(filesOfCode(paths), ['a.ts', 'b.py']);
  });

  it('is few by the size of the workspace', () => {
    assert.deepEqual([0, 1, 59, 60, 299, 300, 80_000].map(fewFiles), [1, 1, 1, 2, 9, 10, 10]);
  });
});
