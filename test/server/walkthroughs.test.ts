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
  });
}
