import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Checklist } from '../../src/core/guidance/model';
import { starterGroups } from '../../src/core/authoring/setup/starterPack';
import { readLeadlight } from '../../src/core/guidance/leadlight';
import { createCompilers } from '../../src/core/match/compilers';
import { readStarter, starterFiles } from '../../src/core/review/starter';
import { createService } from '../../src/core/service';
import { createNodeHost } from '../../src/node/nodeHost';
import { memoryHost } from '../core/memoryHost';
import { problemLines } from '../core/workspace';
import { root } from './repository';

const folder = join(root, 'media', 'starter');
const log = { error: assert.fail, warn: assert.fail, info: () => undefined, debug: () => undefined };

describe('what Leadlight brings along', () => {
  const read = async () => (await readStarter(createNodeHost({ log }), pathToFileURL(folder).toString()))!;
  /** A service for a workspace with these files, which is told where what Leadlight brings along stands. */
  const serviceFor = async (fixture: string) => {
    const host = memoryHost(fixture);
    for (const name of starterFiles)
      host.write(`file:///media/starter/.leadlight/${name}`, readFileSync(join(folder, '.leadlight', name)));
    const service = createService({ host, starter: () => 'file:///media/starter' });
    await service.setFolders(['file:///w/']);
    return service;
  };
  const checklists = async () =>
    (await read()).entries.filter((entry): entry is Checklist => entry.kind === 'checklist');

  it('are all the files of their folder', () => {
    assert.deepEqual([...starterFiles].sort(), readdirSync(join(folder, '.leadlight')).sort());
  });

  it('has no problem, one checklist or walkthrough a file', async () => {
    const { problems, entries } = await read();
    assert.deepEqual(problemLines(problems), []);
    assert.deepEqual(
      entries.map(({ kind, id }) => `${kind} ${id}`),
      [
        ...['release', 'feasibility', 'estimation', 'incident', 'culture-pulse', 'code-review'].map(
          (id) => `checklist ${id}`,
        ),
        'walkthrough first-day',
        'walkthrough first-week',
      ],
    );
  });

  it('have an id for each question, so that better words keep its answers', async () => {
    for (const { id, items, parts } of await checklists())
      for (const [index, item] of items.entries())
        assert.equal(parts.text(['items', index, 'id']), item.id, `${id}: ${item.ask}`);
  });

  it('ask at most twelve questions each, in words that fit a line, and say why for most', async () => {
    for (const { id, items } of await checklists()) {
      assert.ok(items.length >= 6 && items.length <= 12, id);
      for (const { ask } of items) assert.ok(ask.endsWith('?') && ask.length <= 100, ask);
      assert.ok(items.filter(({ why }) => why !== undefined).length * 3 >= items.length * 2, id);
    }
  });

  it('ask the six questions of Westrum', async () => {
    const pulse = (await checklists()).find(({ id }) => id === 'culture-pulse');
    assert.deepEqual(
      pulse?.items.map(({ id }) => id),
      ['information', 'messengers', 'responsibilities', 'bridging', 'failure', 'new-ideas'],
    );
  });

  it('leads through a first day and a first week in any repository, and says why of each step', async () => {
    const service = await serviceFor('//- /README.md\n# Any\n');
    const offered = await service.walkthroughs.offered();
    assert.deepEqual(
      offered.map(({ key, open, isStarter, next }) => ({ key, open, isStarter, next })),
      [
        { key: 'leadlight:first-day', open: 'never', isStarter: true, next: 'leadlight:first-week' },
        { key: 'leadlight:first-week', open: 'never', isStarter: true, next: undefined },
      ],
    );
    for (const { key } of offered) {
      const { played, folder: playedIn } = (await service.walkthroughs.play(key))!;
      assert.equal(playedIn, 'file:///w/');
      assert.ok(played.length >= 5 && played.length <= 8);
      for (const { title, html, anchor } of played) {
        assert.match(html, /<em>Why:<\/em>/, title);
        assert.equal(anchor.state, 'none', title);
        assert.ok(html.length < 700, title);
      }
    }
    assert.deepEqual(service.problems(), []);
  });

  describe('its philosophies', () => {
    const read = () =>
      starterGroups.map(({ file, title }) => {
        const text = readFileSync(join(folder, 'philosophies', file), 'utf8');
        const source = {
          uri: `file:///w/.leadlight/${file}`,
          text,
          folder: 'file:///w/',
          linkBase: 'file:///w/',
        };
        return { title, ...readLeadlight({ ...source, compilers: createCompilers() }) };
      });

    it('are all the files of their folder, three to five a group, each read without a problem', () => {
      const files = starterGroups.map(({ file }) => file);
      assert.deepEqual([...files].sort(), readdirSync(join(folder, 'philosophies')).sort());
      for (const { title, entries, problems } of read()) {
        assert.deepEqual(problemLines(problems), []);
        assert.ok(entries.length >= 3 && entries.length <= 5, title);
      }
    });

    it('say why, what to do and what to leave, and ask a question, in words that fit a card', () => {
      const ids = read().flatMap(({ entries }) => entries.map(({ id }) => id));
      assert.equal(new Set(ids).size, ids.length);
      for (const { entries } of read())
        for (const entry of entries) {
          assert.ok(entry.kind === 'philosophy', entry.id);
          const { id, title, why = '', do: wanted = '', dont = '', checklist } = entry;
          assert.ok(title.length <= 60 && !title.endsWith('.'), id);
          assert.ok(why.length >= 80 && why.length <= 300, `${id}: ${why.length}`);
          for (const text of [wanted, dont]) assert.ok(text !== '' && text.length <= 150, `${id}: ${text}`);
          assert.ok(checklist.length > 0 && checklist.every((ask) => ask.endsWith('?')), id);
        }
    });
  });

  it('gives way to what the team has under the same id', async () => {
    const service = await serviceFor(
      '//- /.leadlight/g.yaml\nwalkthroughs: [{ id: first-week, title: Ours, steps: [{ title: A }] }]\n',
    );
    const offered = await service.walkthroughs.offered();
    assert.deepEqual(
      offered.map(({ key }) => key),
      ['first-week', 'leadlight:first-day'],
    );
  });

  it('are problems where they cannot be read, and nothing is thrown', async () => {
    const { problems, entries } = (await readStarter(memoryHost(''), 'file:///w/gone'))!;
    assert.deepEqual(entries, []);
    assert.equal(problems.length, starterFiles.length);
  });
});
