import assert from 'node:assert/strict';
import { join } from 'node:path';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import type { Answer } from '../../src/core/review/answer';
import type { ChecklistSummary, ReadBlock, ReviewResult } from '../../src/core/review/reviewItem';
import { fileUri } from '../../src/node/fileUri';
import { root } from '../host/setUp.mjs';
import { type TemporaryRepository, temporaryRepository } from '../node/git/temporaryRepository';
import { inMemoryClient, type LanguageClient, processClient } from './languageClient';

const servers: readonly [string, () => LanguageClient][] = [
  ['in this process', inMemoryClient],
  [
    'as the built server',
    () => processClient(process.execPath, [join(root, 'dist/server.node.js'), '--stdio']),
  ],
];

for (const [name, start] of servers) {
  describe(`the server on reviews, ${name}`, () => {
    let repository: TemporaryRepository;
    let client: LanguageClient;
    let told: number;

    beforeEach(async () => {
      repository = await temporaryRepository();
      await repository.write(
        '.leadlight/guidance.yaml',
        'checklists: [{ id: own, title: Own, items: [{ id: code, ask: Is it so?, when: { changed: "*.ts" } }] }]\n',
      );
      await repository.write('a.ts', 'one\n');
      await repository.write('a.md', 'one\n');
      repository.commit('2024-03-01');
      repository.run('checkout', '--quiet', '-b', 'feature');
      await repository.write('a.ts', 'two\n');
      client = start();
      told = 0;
      client.connection.onNotification('leadlight/reviewChanged', () => void (told += 1));
      const starter = fileUri(join(root, 'media', 'starter'));
      await client.initialize([repository.uri('')], {}, { isTrusted: false, starter });
    });
    afterEach(async () => {
      await client.stop();
      await repository.remove();
    });

    const query = { me: [], answers: [] as readonly Answer[] };
    const ask = <T>(method: string, params: object) =>
      client.connection.sendRequest<T>(`leadlight/${method}`, params);
    const review = (more: object = {}) => ask<ReviewResult>('review', { ...query, ...more });
    const trust = () => client.connection.sendNotification('leadlight/trustGranted', {});
    const draft = { item: 'own/code', state: 'pass', role: 'author' };

    it('asks git only where a person trusts the workspace, and says when that is so', async () => {
      const before = await review();
      assert.match(before.withoutDiff ?? '', /trust/);
      assert.deepEqual(await ask('bases', { folder: before.folder }), []);
      await trust();
      await client.until('news', () => told > 0);
      const { base, files, withoutDiff } = await review();
      assert.deepEqual([base, files, withoutDiff], ['main', 1, undefined]);
      assert.deepEqual(await ask('bases', { folder: before.folder }), ['main', 'feature']);
    });

    it('takes an answer, exports it and reads it back', async () => {
      await trust();
      const answer = await ask<Answer>('answer', { query, draft });
      assert.equal(answer.state, 'pass');
      assert.equal(await ask('answer', { query, draft: { ...draft, item: 'own/none' } }), null);
      const answers = [answer];
      assert.equal((await review({ answers })).counts.pass, 1);
      const exported = { ...query, answers, concerns: [], format: 'markdown' };
      const text = await ask<string>('reviewExport', exported);
      assert.match(text, /\[x\] Is it so\?/);
      const fresh = await ask<ReadBlock>('readBlock', { query, text });
      assert.deepEqual(
        fresh.answers.map(({ item, state, fingerprint }) => [item, state, fingerprint]),
        [['own/code', 'pass', answer.fingerprint]],
      );
      assert.deepEqual(await ask('readBlock', { query: { ...query, answers }, text }), {
        answers: [],
        problems: [],
      });
    });

    it('gives the old text of a file, and nothing for one that did not change', async () => {
      await trust();
      const { folder } = await review();
      assert.equal(await ask('baseText', { folder, path: 'a.ts' }), 'one\n');
      assert.equal(await ask('baseText', { folder, path: 'a.md' }), null);
    });

    it("lists the team's checklists and those that come along, and opens each", async () => {
      const all = await ask<readonly ChecklistSummary[]>('checklists', {});
      assert.deepEqual([all[0]?.id, all[0]?.from], ['own', 'team']);
      assert.ok(all.some(({ from }) => from === 'starter'));
      for (const { id, items } of all) {
        const { groups, folder } = await review({ checklist: id });
        assert.equal(groups.flatMap((group) => group.items).length, items, id);
        assert.equal(folder, `${repository.uri('')}/`);
      }
    });

    it('tells of a file that was saved', async () => {
      await trust();
      await review();
      await repository.write('a.md', 'two\n');
      const changes = [{ uri: repository.uri('a.md'), type: 2 }];
      const before = told;
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
      await client.until('news', () => told > before);
      assert.equal((await review()).files, 2);
    });

    it('can be told to stop', async () => {
      await trust();
      const cancel = new CancellationTokenSource();
      cancel.cancel();
      assert.equal(await client.connection.sendRequest('leadlight/review', query, cancel.token), null);
      assert.equal((await review()).files, 1);
    });
  });
}
