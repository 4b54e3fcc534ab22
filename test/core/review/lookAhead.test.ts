import assert from 'node:assert/strict';
import { Cancel } from '../../../src/core/cancel';
import { WorkspaceGuidance } from '../../../src/core/guidance/workspaceGuidance';
import { FileFacts } from '../../../src/core/review/fileFacts';
import { holdItems } from '../../../src/core/review/holdItems';
import { LookAhead } from '../../../src/core/review/lookAhead';
import { createMemoryGit } from '../memoryGit';
import { memoryHost, rootUri } from '../memoryHost';
import { changedFile, diffOf } from './diffs';

describe('looking at files before all are known', () => {
  const open = async () => {
    const host = memoryHost(`
      //- /.leadlight/guidance.yaml
      checklists:
        - id: review
          title: Review
          for: reviewer
          items:
            - { id: content, ask: Is it?, when: { content: "bad" } }
            - { id: debt, ask: Is it known?, when: { debt: "> 1" } }
            - { id: first, ask: Who helps?, when: { firstTime: true } }
      //- /a.ts
      bad(); // TODO: one
      //- /b.ts
      good(); // TODO: two
      `);
    const workspace = new WorkspaceGuidance({ host, root: rootUri, onDidChange: () => undefined });
    await workspace.load();
    const authors: (readonly string[])[] = [];
    const git = {
      ...createMemoryGit(),
      identity: async () => ({ name: 'Me', email: 'me@x.io' }),
      hasChanged: async (_folder: string, { paths }: { readonly paths: readonly string[] }) => {
        authors.push(paths);
        return false;
      },
    };
    const facts = new FileFacts({ host, workspace, git: () => git, turns: { now: () => 0 } });
    const files = ['a.ts', 'b.ts'].map((path) => changedFile(path, `// TODO: ${path}`));
    const hold = () => holdItems(workspace.guidance, facts.of(diffOf(...files), []));
    return { host, files, hold, authors, ahead: new LookAhead(facts), guidance: workspace.guidance };
  };

  it('leaves nothing to read, and says the same then', async () => {
    const { host, files, hold, authors, ahead, guidance } = await open();
    const { signal } = new Cancel();
    ahead.add(files[0]!, guidance, signal);
    await ahead.settled();
    assert.equal(host.reads, (await open()).host.reads + 1);
    ahead.add(files[1]!, guidance, signal);
    await ahead.settled();
    assert.deepEqual(authors, []);
    const { reads } = host;
    const held = await hold();
    assert.equal(host.reads, reads);
    assert.deepEqual(authors, [['a.ts', 'b.ts']]);
    assert.deepEqual(held.items, (await (await open()).hold()).items);
    assert.deepEqual(
      held.items.map(({ item }) => [item.id, item.applies]),
      [
        ['review/content', true],
        ['review/debt', true],
        ['review/first', true],
      ],
    );
  });

  it('ends when the diff is no longer wanted', async () => {
    const { host, files, ahead, guidance } = await open();
    const cancel = new Cancel();
    cancel.abort();
    const { reads } = host;
    for (const file of files) ahead.add(file, guidance, cancel.signal);
    await ahead.settled();
    assert.equal(host.reads, reads);
  });
});
