import assert from 'node:assert/strict';
import type { CodeAction, CompletionList, MarkupContent } from 'vscode-languageserver-protocol';
import { inMemoryClient, type LanguageClient } from './languageClient';

const guidance = `markers:
  - { tag: TODO, means: Later., require: [owner, issue], level: warning }
areas: [{ name: All, files: "**", lead: "@ines" }]
`;
const code = 'memfs:/a.ts';

/** A client on one document; the guidance is read through it. */
async function clientOn(text: string, capabilities: object): Promise<LanguageClient> {
  const client = inMemoryClient();
  client.connection.onRequest('leadlight/read', ({ reads }: { reads: { kind: string; uri: string }[] }) =>
    reads.map(({ kind, uri }) => {
      if (kind === 'file') {
        return uri === 'memfs:/.leadlight/a.yaml'
          ? { kind: 'file', base64: Buffer.from(guidance).toString('base64') }
          : { kind: 'missing' };
      }
      const [, path] = /^memfs:\/(.*?)\/?$/.exec(uri) ?? [];
      const entries = {
        '': { name: '.leadlight', kind: 'directory' },
        '.leadlight': { name: 'a.yaml', kind: 'file' },
      };
      const entry = entries[path as keyof typeof entries];
      return entry === undefined ? { kind: 'missing' } : { kind: 'directory', entries: [entry] };
    }),
  );
  client.connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
    items.map(({ section }) => (section === 'leadlight.me' ? ['@me'] : null)),
  );
  await client.initialize(['memfs:/'], capabilities);
  await client.open(code, text);
  await client.until('a diagnostic', () => (client.diagnostics.get(code) ?? []).length > 0);
  return client;
}

function actionsAt(client: LanguageClient, character: number): Promise<CodeAction[]> {
  const place = { line: 0, character };
  return client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: code },
    range: { start: place, end: place },
    context: { diagnostics: client.diagnostics.get(code) },
  });
}

const snippets = { workspace: { configuration: true, workspaceEdit: { snippetEditSupport: true } } };

describe('the server on markers', () => {
  let client: LanguageClient;
  afterEach(() => client.stop());

  it('shows a card on the tag, and a diagnostic that leads to the policy', async () => {
    client = await clientOn('// TODO: x\n', {});
    const card = ((await client.hover(code, 0, 4))?.contents as MarkupContent).value;
    assert.match(card, /^\*\*TODO\*\*\n\nLater\.\n\n.*an owner and an issue/);
    const [diagnostic] = client.diagnostics.get(code)!;
    assert.deepEqual([diagnostic!.code, diagnostic!.severity], ['todo', 2]);
    assert.equal(diagnostic!.codeDescription?.href, 'memfs:/.leadlight/a.yaml#L2');
    await client.change(code, 2, '// HACK: x\n');
    await client.until('a default card', async () => {
      const hover = await client.hover(code, 0, 4);
      return /\*Leadlight default\*$/.test((hover?.contents as MarkupContent | undefined)?.value ?? '');
    });
  });

  it('offers what is missing as quick fixes, the rest as rewriting, and blanks as snippets', async () => {
    client = await clientOn('// TODO: x\n', snippets);
    const actions = await actionsAt(client, 4);
    assert.deepEqual(
      actions.map(({ title, kind }) => `${kind}: ${title}`).filter((line) => !line.includes('due date')),
      [
        'quickfix: Add owner @ines (leads All)',
        'quickfix: Add owner @me (you)',
        'quickfix: Add an issue…',
        'refactor.rewrite: Add a cost…',
      ],
    );
    assert.equal(actions[0]!.diagnostics?.[0]?.code, 'todo');
    assert.equal(actions[0]!.edit?.changes?.[code]?.[0]?.newText, '(@ines)');
    const [change] = actions[2]!.edit?.documentChanges ?? [];
    const place = { line: 0, character: 7 };
    assert.deepEqual(change, {
      textDocument: { uri: code, version: 1 },
      edits: [{ range: { start: place, end: place }, snippet: { kind: 'snippet', value: '(#$0)' } }],
    });
  });

  it('offers nothing that leaves a blank where the editor cannot put the cursor into it', async () => {
    client = await clientOn('// TODO: x\n', {});
    const titles = (await actionsAt(client, 4)).map(({ title }) => title.replace(/ \d.*/, ''));
    assert.deepEqual(titles, ['Add owner @ines (leads All)', 'Add due date']);
    assert.deepEqual(await actionsAt(client, 9), []);
  });

  it('completes a marker', async () => {
    client = await clientOn('// TODO(\n', snippets);
    const list = await client.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri: code },
      position: { line: 0, character: 8 },
    });
    assert.equal(list.isIncomplete, true);
    assert.deepEqual(
      list.items.slice(0, 3).map(({ label, detail, filterText }) => [label, detail, filterText]),
      [
        ['@ines', 'leads All', 'ines'],
        ['@me', 'you', 'me'],
        ['#', 'an issue, such as #123', '#'],
      ],
    );
  });

  it('makes the text of an issue', async () => {
    client = await clientOn('// TODO: tell people\n', {});
    const ask = (line: number) =>
      client.connection.sendRequest<string | null>('leadlight/issueText', {
        textDocument: { uri: code },
        position: { line, character: 4 },
      });
    assert.match((await ask(0)) ?? '', /^tell people\n\ntell people\n\n- Where: a\.ts, line 1\n/);
    assert.equal(await ask(1), null);
  });
});
