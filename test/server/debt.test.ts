import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import type { CostReport } from '../../src/core/features/cost';
import type { DebtQuery, DebtResult, DebtScan } from '../../src/core/features/debt';
import type { Trend } from '../../src/core/features/trend';
import type { MarkerPlace } from '../../src/protocol/messages';
import { root } from '../host/setUp.mjs';
import { type TemporaryRepository, temporaryRepository } from '../node/git/temporaryRepository';
import { inMemoryClient, type LanguageClient, processClient } from './languageClient';

const servers: readonly [string, () => LanguageClient][] = [
  ['in this process', inMemoryClient],
  [
    'as the built server, with threads',
    () => processClient(process.execPath, [join(root, 'dist/server.node.js'), '--stdio']),
  ],
];

const files = 60;

for (const [name, start] of servers) {
  describe(`the server on debt, ${name}`, () => {
    let repository: TemporaryRepository;
    let client: LanguageClient;
    const scans: DebtScan[] = [];

    beforeEach(async () => {
      repository = await temporaryRepository();
      for (let file = 0; file < files; file += 1) {
        await repository.write(`src/f${file}.ts`, `x();\n// TODO(maya): number ${file}\n`);
      }
      repository.commit('2024-03-01');
      repository.run('checkout', '--quiet', '-b', 'feature');
      await repository.write('src/f0.ts', 'x();\n// TODO(maya): number 0\n// FIXME: added here\n');
      client = start();
      scans.length = 0;
      client.connection.onNotification('leadlight/debtChanged', (scan: DebtScan) => void scans.push(scan));
      await client.initialize([repository.uri('')]);
    });
    afterEach(async () => {
      await client.stop();
      await repository.remove();
    });

    const scan = () => client.connection.sendRequest<DebtScan>('leadlight/scan', {});
    const debt = (query: Partial<DebtQuery> = {}) =>
      client.connection.sendRequest<DebtResult>('leadlight/debt', {
        groupBy: 'tag',
        filter: {},
        me: [],
        inside: [],
        ...query,
      });
    const labels = ({ nodes }: DebtResult) =>
      nodes.map((node) => (node.kind === 'group' ? `${node.label} ${node.count}` : node.kind));
    const trust = () => client.connection.sendNotification('leadlight/trustGranted', {});

    it('scans when it is asked to, tells how far it is, and lists what was found', async () => {
      assert.deepEqual((await debt()).scan, { state: 'never', done: 0, files: 0, skipped: [] });
      const { state, done, skipped } = await scan();
      assert.deepEqual({ state, done, skipped }, { state: 'done', done: files, skipped: [] });
      const found = await debt({ me: ['@maya'] });
      assert.deepEqual(labels(found), ['TODO 60', 'FIXME 1']);
      await client.until('the end is told', () => scans.at(-1)?.state === 'done');
      assert.ok(scans.length < files, 'progress is told now and then');
      const inside = await debt({ groupBy: 'folder', inside: [repository.uri('src/f0.ts')] });
      assert.deepEqual(labels(inside), ['marker', 'marker']);
    });

    it('follows edits and files', async () => {
      await scan();
      const uri = repository.uri('src/f1.ts');
      await client.open(uri, '// HACK: unsaved\n');
      assert.deepEqual(labels(await debt()), ['TODO 59', 'FIXME 1', 'HACK 1']);
      await client.change(uri, 2, '');
      assert.deepEqual(labels(await debt()), ['TODO 59', 'FIXME 1']);
      rmSync(join(repository.folder, 'src/f2.ts'));
      const changes = [{ uri: repository.uri('src/f2.ts'), type: 3 }];
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
      await client.until('a deleted file', async () => labels(await debt()).includes('TODO 58'));
    });

    it('can be told to stop', async () => {
      const cancel = new CancellationTokenSource();
      cancel.cancel();
      const { token } = cancel;
      const stopped = await client.connection.sendRequest<DebtScan>('leadlight/scan', {}, token);
      assert.equal(stopped.state, 'cancelled');
      assert.equal((await scan()).state, 'done');
    });

    it('asks git anew when a person comes back to the window', async () => {
      await scan();
      await trust();
      const ages = async () => labels(await debt({ groupBy: 'age', filter: { text: 'added here' } }));
      let before: readonly string[] = [];
      await client.until('an age', async () => !(before = await ages())[0]!.includes('not known'));
      repository.commit('2024-05-05');
      await client.connection.sendNotification('leadlight/windowFocused', {});
      await client.until('the age of the commit', async () => (await ages())[0] !== before[0]);
    });

    it('asks git only where a person trusts the workspace', async () => {
      await scan();
      const unknown = await debt({ filter: { branch: true } });
      assert.deepEqual(labels(unknown), []);
      assert.deepEqual(unknown.bases, []);
      const untrusted = await debt({ groupBy: 'age' });
      assert.deepEqual(labels(untrusted), ['Age not known 61']);
      assert.match(untrusted.ages?.partial ?? '', /trust/);
      assert.equal(await client.connection.sendRequest('leadlight/trend', {}), null);

      await trust();
      const added = await debt({ filter: { branch: true } });
      assert.deepEqual(labels(added), ['FIXME 1']);
      assert.deepEqual(added.bases, ['main']);
      await client.until('ages', async () => {
        const { ages } = await debt({ groupBy: 'age' });
        return ages?.done === files;
      });
      assert.deepEqual(labels(await debt({ groupBy: 'age' })), ['This week 1', 'Older 60']);
      const trend = await client.connection.sendRequest<Trend>('leadlight/trend', {});
      assert.deepEqual(
        trend.points.map(({ day, markers }) => [day, markers]),
        [['2024-03-01', 60]],
      );
    });

    it('says which markers of a document the branch added', async () => {
      await scan();
      await trust();
      const uri = repository.uri('src/f0.ts');
      await client.open(uri, '\n\n// TODO(maya): number 0\n// FIXME: added here\n');
      const places = () =>
        client.connection.sendRequest<MarkerPlace[]>('leadlight/markers', { textDocument: { uri } });
      await client.until('git', async () => (await places())[0]?.isNew !== undefined);
      assert.deepEqual(
        (await places()).map(({ tag, range, isNew }) => [tag, range.start.line, isNew]),
        [
          ['TODO', 2, false],
          ['FIXME', 3, true],
        ],
      );
    });

    it('exports, and says what it all took', async () => {
      await scan();
      const csv = await client.connection.sendRequest<string>('leadlight/debtExport', {
        format: 'csv',
        filter: { tags: ['FIXME'] },
        me: [],
      });
      assert.match(csv, /^path,line,.*\r\nsrc\/f0\.ts,3,4,FIXME,debt,added here,/);
      const cost = await client.connection.sendRequest<CostReport>('leadlight/cost', {});
      const scanning = cost.activities.find((activity) => activity.name === 'scanning for markers');
      assert.equal(scanning?.times, 1);
      assert.ok((cost.memoryBytes ?? 0) > 1_000_000);
    });
  });
}

describe('the server with a folder for its cache', () => {
  it('keeps there what it found, and can do without', async () => {
    const repository = await temporaryRepository();
    for (let file = 0; file < files; file += 1) await repository.write(`src/f${file}.ts`, '// TODO: x\n');
    const cache = await mkdtemp(join(tmpdir(), 'leadlight-'));
    const scan = async (folder: string) => {
      const client = processClient(process.execPath, [join(root, 'dist/server.node.js'), '--stdio']);
      await client.initialize([repository.uri('')], {}, { cacheFolder: pathToFileURL(folder).href });
      await client.connection.sendRequest('leadlight/scan', {});
      const query = { groupBy: 'tag', filter: {}, me: [], inside: [] };
      const { total } = await client.connection.sendRequest<DebtResult>('leadlight/debt', query);
      await client.stop();
      return total;
    };
    try {
      const inside = join(cache, '0.1.0');
      assert.equal(await scan(inside), files);
      assert.equal(readdirSync(inside).length, 1);
      assert.equal(await scan(inside), files);
      rmSync(inside, { recursive: true });
      assert.equal(await scan(inside), files);
      assert.equal(readdirSync(inside).length, 1);
      assert.deepEqual(readdirSync(repository.folder).sort(), ['.git', 'src']);
    } finally {
      rmSync(cache, { recursive: true });
      await repository.remove();
    }
  }).timeout(30_000);
});

describe('the server in a workspace that was trusted before', () => {
  it('asks git at once', async () => {
    const repository = await temporaryRepository();
    await repository.write('a.ts', '// TODO: old\n');
    repository.commit('2024-03-01');
    await repository.write('a.ts', '// TODO: old\n// TODO(jon@example.com): new\n');
    const client = inMemoryClient();
    try {
      await client.initialize([repository.uri('')], {}, { isTrusted: true });
      await client.connection.sendRequest('leadlight/scan', {});
      const query = { groupBy: 'tag', filter: { branch: true, mine: true }, me: [], inside: ['TODO'] };
      const { nodes } = await client.connection.sendRequest<DebtResult>('leadlight/debt', query);
      assert.deepEqual(
        nodes.map(
          (node) => node.kind === 'marker' && [node.marker.text, node.marker.isNew, node.marker.isMine],
        ),
        [['new', true, true]],
      );
    } finally {
      await client.stop();
      await repository.remove();
    }
  });
});
