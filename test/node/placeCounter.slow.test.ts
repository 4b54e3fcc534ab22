import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Cancel } from '../../src/core/cancel';
import type { CountedSelector } from '../../src/core/places/countedSelector';
import { createHostCounter, type PlaceCounter } from '../../src/core/places/placeCounter';
import { createPlaceCounter } from '../../src/node/placeCounter';
import { temporaryFolder } from '../host/processes.mjs';
import { buildWorker, nodeHost } from './scannedFolder';

const selector = (id: string, rest: Partial<CountedSelector>): CountedSelector => ({
  id,
  folderPath: '',
  text: [],
  in: 'code',
  imports: [],
  symbols: [],
  ...rest,
});

const selectors = [
  selector('calls', { symbols: ['fetch'] }),
  selector('notes', { text: ['task \\d+'], in: 'comment' }),
  selector('modules', { imports: ['moment'] }),
];

describe('a counter with threads', () => {
  const folder = temporaryFolder();
  const root = `${pathToFileURL(folder.path).href}/`;
  const files = Array.from({ length: 300 }, (_, index) => ({ path: `src/f${index}.ts`, set: index % 2 }));
  const turns = { now: () => performance.now() };
  const options = { host: nodeHost, turns, engine: undefined };
  let threads: PlaceCounter;

  before(() => {
    mkdirSync(join(folder.path, 'src'));
    for (const [index, { path }] of files.entries()) {
      const calls = 'fetch();\n'.repeat(index % 4);
      writeFileSync(join(folder.path, path), `import 'moment';\n${calls}// task ${index} é\nprefetch();\n`);
    }
    writeFileSync(join(folder.path, 'src/large.ts'), 'fetch();'.repeat(300_000));
    symlinkSync(join(folder.path, 'src/f1.ts'), join(folder.path, 'src/link.ts'));
    threads = createPlaceCounter({ ...options, worker: buildWorker('placeWorker') });
  });
  after(() => {
    threads.dispose();
    folder.remove();
  });

  async function count(counter: PlaceCounter, more: readonly string[] = []) {
    const found: string[] = [];
    await counter.count({
      root,
      selectors,
      sets: [[0, 1], [2]],
      files: [...files, ...more.map((path) => ({ path, set: 0 }))],
      onFiles: (counted) => {
        for (const { path, counts } of counted)
          found.push(
            `${path} ${counts
              .map(([index, places]) => `${selectors[index]!.id} ${places}`)
              .sort()
              .join()}`,
          );
      },
    });
    return found.sort();
  }

  it('finds what one thread finds', async () => {
    const found = await count(threads);
    assert.deepEqual(found, await count(createHostCounter(options)));
    assert.ok(found.includes('src/f2.ts calls 2,notes 1'), found.slice(0, 5).join('\n'));
    assert.ok(found.includes('src/f3.ts modules 1'));
    assert.equal(found.length, files.length);
  });

  it('finds nothing in what is too large, gone, or a link', async () => {
    const found = await count(threads, ['src/large.ts', 'src/gone.ts', 'src/link.ts']);
    for (const path of ['src/large.ts', 'src/gone.ts', 'src/link.ts'])
      assert.ok(found.includes(`${path} `), path);
  });

  it('ends when nobody wants to know any more', async () => {
    const cancel = new Cancel();
    let told = 0;
    const onFiles = () => {
      told += 1;
      cancel.abort();
    };
    await threads.count({
      root,
      selectors,
      sets: [[0]],
      files: files.map(({ path }) => ({ path, set: 0 })),
      signal: cancel.signal,
      onFiles,
    });
    assert.equal(told, 1);
  });
});
