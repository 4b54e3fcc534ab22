import assert from 'node:assert/strict';
import { Range } from 'vscode-languageserver-types';
import { WorkspaceGuidance } from '../../../src/core/guidance/workspaceGuidance';
import type { DiffFile } from '../../../src/core/review/diff';
import { FileFacts } from '../../../src/core/review/fileFacts';
import { createMemoryGit } from '../memoryGit';
import { memoryHost, type MemoryHostOptions, rootUri } from '../memoryHost';
import { changedFile, diffOf } from './diffs';

describe('the facts of changed files', () => {
  it('are texts as they are on disk and in git, each read once', async () => {
    const { facts, host, git } = await open('//- /a.ts\nnow\n');
    const file = { ...changedFile('a.ts'), oldBlob: 'before' };
    const { newText, oldText } = facts.of(diffOf(file), []);
    const reads = host.reads;
    assert.deepEqual(await Promise.all([newText(file), newText(file), oldText(file), oldText(file)]), [
      'now\n',
      'now\n',
      'before',
      'before',
    ]);
    assert.equal(host.reads, reads + 1);
    assert.deepEqual(git.read, ['before']);
  });

  it('read old texts that are asked for together in one go of git', async () => {
    const { facts, goes } = await open('');
    const files = ['a', 'b', 'a'].map((name) => ({ ...changedFile(`${name}.ts`), oldBlob: name }));
    const { oldText } = facts.of(diffOf(...files), []);
    assert.deepEqual(await Promise.all(files.map(oldText)), ['a', 'b', 'a']);
    assert.deepEqual(goes, [['a', 'b']]);
  });

  it('tell no text of what has none: added, deleted, binary, too large, gone', async () => {
    const { facts, host, git } = await open('//- /big.txt\n');
    host.write(`${rootUri}big.txt`, 'x'.repeat(3 * 1024 * 1024));
    host.write(`${rootUri}nul.txt`, 'a\0b');
    git.lacking.add('lost');
    const { newText, oldText } = facts.of(diffOf(), []);
    const added: DiffFile = { ...changedFile('a.ts'), status: 'added' };
    delete (added as { oldBlob?: string }).oldBlob;
    assert.equal(await oldText(added), undefined);
    assert.equal(await oldText({ ...changedFile('a.ts'), oldBlob: 'lost' }), undefined);
    assert.equal(await newText({ ...changedFile('big.txt'), status: 'deleted' }), undefined);
    for (const path of ['big.txt', 'nul.txt', 'gone.txt'])
      assert.equal(await newText(changedFile(path)), undefined, path);
    for (const kind of ['binary', 'submodule', 'link'] as const)
      assert.equal(await newText({ ...changedFile('nul.txt'), kind }), undefined, kind);
  });

  it('tell nothing any more once they are cancelled, and the truth to the next who asks', async () => {
    const { facts } = await open('//- /a.ts\nnow\n');
    const file = changedFile('a.ts');
    const cancelled = facts.of(diffOf(file), [], {
      aborted: true,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    });
    assert.equal(await cancelled.newText(file), undefined);
    assert.equal(await cancelled.debtOf(file), undefined);
    assert.equal(await facts.of(diffOf(file), []).newText(file), 'now\n');
  });

  it('count debt by the policies of the folder, and no suppressions', async () => {
    const { facts } = await open(`
      //- /.leadlight/guidance.yaml
      markers:
        - { tag: LATER, means: Not now. }
      //- /a.ts
      // LATER: one
      // TODO: two
      // eslint-disable-next-line no-console
      const s = 'TODO: no';
      `);
    const { debtOf } = facts.of(diffOf(), []);
    const [one, two] = ['// LATER: one', '// TODO: two'];
    const tags = (...lines: readonly (0 | 1)[]) =>
      lines.map((line) => Range.create(line, 3, line, [8, 7][line]!));
    const hunk = { oldStart: 0, newStart: 0, removed: ['// TODO: three'], added: [one, two] };
    const file = { ...changedFile('a.ts'), oldBlob: '// TODO: four', hunks: [hunk] };
    assert.deepEqual(await debtOf(file), { before: 1, now: 2, added: tags(0, 1) });
    const moved = { ...hunk, newStart: 1, added: [two] };
    assert.deepEqual(await debtOf({ ...file, hunks: [moved] }), { before: 2, now: 2, added: tags(1) });
    const all = { ...hunk, removed: [], added: [one, two, '// eslint', 'const', ''] };
    assert.deepEqual(await debtOf({ ...file, status: 'added', hunks: [all] }), {
      before: 0,
      now: 2,
      added: tags(0, 1),
    });
    const none = { ...hunk, removed: [one, two, 'x();'], added: [] };
    assert.deepEqual(await debtOf({ ...file, status: 'deleted', hunks: [none] }), {
      before: 2,
      now: 0,
      added: [],
    });
    assert.deepEqual(await debtOf({ ...file, isCut: true, hunks: [] }), {
      before: 1,
      now: 2,
      added: [],
    });
    assert.deepEqual(await debtOf({ ...file, isCut: true, hunks: [], status: 'added' }), {
      before: 0,
      now: 2,
      added: tags(0, 1),
    });
    assert.deepEqual(await debtOf({ ...file, kind: 'binary' }), { before: 0, now: 0, added: [] });
    assert.equal(await debtOf({ ...file, path: 'gone.ts' }), undefined);
    // Under its old name it was prose.
    assert.deepEqual(await debtOf({ ...file, oldPath: 'a.txt', status: 'renamed' }), {
      before: 0,
      now: 2,
      added: tags(0, 1),
    });
  });

  it('tell who answers for a file today', async () => {
    const guidance = `
      //- /CODEOWNERS
      *.md @writers @ben
      //- /.leadlight/guidance.yaml
      areas:
        - name: Payments
          files: [src/pay/**]
          lead: "@maya"
          delegate: "@jon"
          away: [{ from: 2026-12-01, to: 2026-12-14 }]
      `;
    const at = async (now: string) => (await open(guidance, { now: new Date(now) })).facts.of(diffOf(), []);
    const today = await at('2026-11-22T12:00:00Z');
    assert.deepEqual(today.ownersOf('src/pay/a.ts'), ['@maya']);
    assert.deepEqual(today.ownersOf('docs/a.md'), ['@writers', '@ben']);
    assert.deepEqual(today.ownersOf('a.ts'), []);
    assert.deepEqual((await at('2026-12-14T12:00:00Z')).ownersOf('src/pay/a.ts'), ['@maya', '@jon']);
  });

  it('know guidance, deleted or not', async () => {
    const { isGuidance } = (await open('//- /CODEOWNERS\n* @a\n')).facts.of(diffOf(), []);
    for (const path of ['CODEOWNERS', '.leadlight/gone.yaml', 'a/.leadlight/b.md'])
      assert.equal(isGuidance(path), true, path);
    for (const path of ['a.ts', 'docs/README.md', '.leadlight/README.md', '.leadlight/notes.txt'])
      assert.equal(isGuidance(path), false, path);
  });

  it("ask whether it is the author's first change: of the branch, or else of who commits here", async () => {
    const { facts, authors } = await open('');
    const commit = { commit: 'c'.repeat(40), email: 'new@x.io', message: '', isMerge: false };
    const merge = { ...commit, email: 'other@x.io', isMerge: true };
    const { isFirstChange } = facts.of({ ...diffOf(), commits: [merge, commit] }, []);
    assert.equal(await isFirstChange(['a.ts']), true);
    assert.equal(await isFirstChange(['a.ts']), true);
    assert.equal(await facts.of(diffOf(), []).isFirstChange(['a.ts']), false);
    assert.deepEqual(authors, ['new@x.io', 'me@x.io']);
  });

  describe('find what governs a file', () => {
    const guidance = `
      //- /.leadlight/guidance.yaml
      philosophies:
        - { id: whole, title: W, why: w, applies: { files: "*.ts" }, checklist: [Is it?] }
        - { id: placed, title: P, why: w, applies: { files: "*.ts", text: "bad\\\\(" }, checklist: [Is it so?] }
        - { id: found, title: F, why: w, applies: { diagnostics: eslint/no-x }, checklist: [Is it there?] }
        - { id: silent, title: S, why: w, applies: { files: "*.ts", text: good } }
      //- /a.ts
      good(); bad(); // bad()
      //- /b.ts
      good();
      `;
    const found = async (file: DiffFile) => {
      const { facts, host } = await open(guidance);
      host.write(`${rootUri}long.ts`, 'x'.repeat(3 * 1024 * 1024));
      return (await facts.of(diffOf(file), []).matchesOf(file)).map(
        ({ entry, places }) =>
          `${entry.id} ${places?.map(({ start, end }) => `${start.line}:${start.character}-${end.character}`).join() ?? 'all'}`,
      );
    };

    it('as a whole, at its places in code, or where only another tool could tell', async () => {
      assert.deepEqual(await found(changedFile('a.ts')), ['placed 0:8-12', 'found ', 'whole all']);
      assert.deepEqual(await found(changedFile('b.ts')), ['found ', 'whole all']);
      assert.deepEqual(await found(changedFile('a.md')), ['found ']);
    });

    it('where a deleted file was, and where it cannot be looked into', async () => {
      assert.deepEqual(await found({ ...changedFile('a.ts'), status: 'deleted' }), ['whole all']);
      assert.deepEqual(await found(changedFile('long.ts')), ['placed ', 'found ', 'whole all']);
    });
  });
});

async function open(fixture: string, options?: MemoryHostOptions) {
  const host = memoryHost(fixture, options);
  const workspace = new WorkspaceGuidance({ host, root: rootUri, onDidChange: () => undefined });
  await workspace.load();
  const memory = createMemoryGit();
  const goes: (readonly string[])[] = [];
  const authors: string[] = [];
  const git = {
    ...memory,
    readBlobs: (...asked: Parameters<typeof memory.readBlobs>) => {
      goes.push(asked[1]);
      return memory.readBlobs(...asked);
    },
    identity: async () => ({ name: 'Me', email: 'me@x.io' }),
    hasChanged: async (_folder: string, { email }: { readonly email: string }) => {
      authors.push(email);
      return email === 'me@x.io';
    },
  };
  const facts = new FileFacts({ host, workspace, git: () => git, turns: { now: () => 0 } });
  return { facts, host, git: memory, goes, authors };
}
