import assert from 'node:assert/strict';
import { Cancel } from '../../../src/core/cancel';
import { WorkspaceGuidance } from '../../../src/core/guidance/workspaceGuidance';
import { FileFacts } from '../../../src/core/review/fileFacts';
import { holdItems } from '../../../src/core/review/holdItems';
import { filesAtOnce, LookAhead } from '../../../src/core/review/lookAhead';
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
    const paths = Array.from({ length: filesAtOnce + 1 }, (_, at) => `file${String(at).padStart(3, '0')}.ts`);
    for (const path of paths) host.write(rootUri + path, path.includes('7') ? 'bad(); // TODO' : '// TODO');
    const files = paths.map((path) => changedFile(path, `// TODO: ${path}`));
    const hold = () => holdItems(workspace.guidance, facts.of(diffOf(...files), []));
    return { host, files, hold, authors, ahead: new LookAhead(facts), guidance: workspace.guidance };
  };

  it('leaves little to read, and the same is said then', async () => {
    const { host, files, hold, authors, ahead, guidance } = await open();
    const { signal } = new Cancel();
    const before = host.reads;
    for (const file of files.slice(1, -1)) ahead.add(file, guidance, signal);
    await ahead.settled();
    assert.equal(host.reads, before);
    for (const file of files.slice(0, -1)) ahead.add(file, guidance, signal);
    await ahead.settled();
    assert.equal(host.reads, before + filesAtOnce);
    assert.deepEqual(authors, []);
    const held = await hold();
    assert.equal(host.reads, before + filesAtOnce + 1);
    assert.deepEqual(authors, [files.map(({ path }) => path)]);
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
