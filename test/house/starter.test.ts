import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Checklist } from '../../src/core/guidance/model';
import { readStarter, starterFiles } from '../../src/core/review/starter';
import { createNodeHost } from '../../src/node/nodeHost';
import { memoryHost } from '../core/memoryHost';
import { problemLines } from '../core/workspace';
import { root } from './repository';

const folder = join(root, 'media', 'starter');
const log = { error: assert.fail, warn: assert.fail, info: () => undefined, debug: () => undefined };

describe('the checklists that Leadlight brings along', () => {
  const read = () => readStarter(createNodeHost({ log }), pathToFileURL(folder).toString());
  const checklists = async () =>
    (await read()).entries.filter((entry): entry is Checklist => entry.kind === 'checklist');

  it('are all the files of their folder', () => {
    assert.deepEqual([...starterFiles].sort(), readdirSync(join(folder, '.leadlight')).sort());
  });

  it('have no problem, one checklist a file', async () => {
    const { problems, entries } = await read();
    assert.deepEqual(problemLines(problems), []);
    assert.deepEqual(
      entries.map(({ kind, id }) => `${kind} ${id}`),
      ['release', 'feasibility', 'estimation', 'incident', 'culture-pulse', 'code-review'].map(
        (id) => `checklist ${id}`,
      ),
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

  it('are problems where they cannot be read, and nothing is thrown', async () => {
    const { problems, entries } = await readStarter(memoryHost(''), 'file:///w/gone');
    assert.deepEqual(entries, []);
    assert.equal(problems.length, starterFiles.length);
  });
});
