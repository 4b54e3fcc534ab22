import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { PlayedWalkthrough, WalkthroughSummary } from '../../src/core/walkthrough/playedWalkthrough';
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
  describe(`the server on walkthroughs, ${name}`, () => {
    let repository: TemporaryRepository;
    let client: LanguageClient;

    beforeEach(async () => {
      repository = await temporaryRepository();
      await repository.write(
        '.leadlight/walkthroughs/day.md',
        '# Day\n\n## One\n\n```yaml\nat: { file: a.ts, text: one }\n```\n\nSee **it**.\n',
      );
      await repository.write('.tours/a.tour', '{ "title": "Tour", "isPrimary": true, "steps": [] }');
      await repository.write('a.ts', 'one\n');
      client = start();
      await client.initialize([repository.uri('')]);
    });
    afterEach(async () => {
      await client.stop();
      await repository.remove();
    });

    const list = () =>
      client.connection.sendRequest<readonly WalkthroughSummary[]>('leadlight/walkthroughs', {});
    const play = (key: string) =>
      client.connection.sendRequest<PlayedWalkthrough | null>('leadlight/walkthrough', { key });

    it('lists them in order, and plays one', async () => {
      await client.until('both are read', async () => (await list()).length === 2);
      assert.deepEqual(
        (await list()).map(({ key, title }) => `${key} ${title}`),
        ['tours-a Tour', 'day Day'],
      );
      const step = (await play('day'))!.played[0]!;
      assert.equal(step.html, '<p>See <strong>it</strong>.</p>');
      assert.equal(step.anchor.state, 'found');
      assert.deepEqual(step.excerpt, { text: 'one\n', languageId: 'typescript', line: 0 });
      assert.equal(await play('gone'), null);
    });

    it('proposes anchors, edits steps, and offers another anchor in the source', async () => {
      const ask = <T>(method: string, params: object) =>
        client.connection.sendRequest<T>(`leadlight/${method}`, params);
      const uri = repository.uri('.leadlight/walkthroughs/day.md');
      const code = repository.uri('a.ts');
      await client.until('both are read', async () => (await list()).length === 2);
      const { file, proposals } = await ask<{ file: string; proposals: { at: object }[] }>('anchors', {
        uri: code,
        from: 0,
        to: 0,
        source: uri,
      });
      assert.deepEqual([file, proposals[0]!.at], ['a.ts', { text: 'one' }]);
      const text = '# Day\n\n## One\n';
      assert.deepEqual(
        await ask('editSteps', {
          uri,
          text,
          id: 'day',
          change: { kind: 'rename', step: 'one', title: 'Two' },
        }),
        {
          range: { start: { line: 2, character: 3 }, end: { line: 2, character: 6 } },
          newText: 'Two\n\n```yaml\nid: one\n```',
        },
      );
      assert.deepEqual(
        await ask('editSteps', { uri: code, text, id: 'day', change: { kind: 'delete', step: 'one' } }),
        {
          refused: 'Steps are changed in .leadlight only: this walkthrough is written in another format.',
        },
      );
      await client.open(uri, '# Day\n\n## One\n\n```yaml\nat: { file: a.ts, text: onee }\n```\n', 'markdown');
      const place = { line: 5, character: 6 };
      await client.until('the anchor is looked for', async () => {
        const actions = await client.connection.sendRequest<{ title: string; isPreferred: boolean }[]>(
          'textDocument/codeAction',
          { textDocument: { uri }, range: { start: place, end: place }, context: { diagnostics: [] } },
        );
        return actions.some(
          ({ title, isPreferred }) => title === 'Anchor it by the text "one" (line 1)' && !isPreferred,
        );
      });
      assert.match((await ask<string>('walkthroughPage', { key: 'day' }))!, /^# Day\n/);
      assert.deepEqual(
        (await ask<{ files: { path: string }[] }>('tourImport', {})).files.map(({ path }) => path),
        ['.leadlight/walkthroughs/a.md'],
      );
    });
  });
}
