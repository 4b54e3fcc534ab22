import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CompletionItem,
  type CompletionList,
  InsertTextFormat,
  type MarkupContent,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import { temporaryFolder } from '../host/processes.mjs';
import { inMemoryClient, type LanguageClient } from './languageClient';

describe('the server on sources that are written', () => {
  const folder = temporaryFolder();
  const uriOf = (path: string) => pathToFileURL(join(folder.path, path)).toString();
  const source = uriOf('.leadlight/team.yaml');
  let client: LanguageClient;
  let version = 1;

  before(() => {
    for (const path of ['.leadlight', 'src']) mkdirSync(join(folder.path, path));
    for (const path of ['src/a.ts', 'src/b.ts', 'README.md']) writeFileSync(join(folder.path, path), '');
  });
  afterEach(() => client.stop());
  after(() => folder.remove());

  const snippets = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };

  async function start(
    capabilities: object,
    text: string,
    { uri = source, languageId = 'yaml', options = {} } = {},
  ) {
    client = inMemoryClient();
    await client.initialize([pathToFileURL(folder.path).toString()], capabilities, options);
    await client.open(uri, text, languageId);
    version = 1;
  }

  /** What is offered at the end of the line with `text`, once there is something. */
  async function offered(
    text: string,
    { triggerCharacter, uri = source }: { triggerCharacter?: string; uri?: string } = {},
  ): Promise<readonly CompletionItem[]> {
    version += 1;
    await client.change(uri, version, text);
    const lines = text.split('\n');
    const list = await client.connection.sendRequest<CompletionList | null>('textDocument/completion', {
      textDocument: { uri },
      position: { line: lines.length - 1, character: lines.at(-1)!.length },
      context: triggerCharacter === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter },
    });
    return list?.items ?? [];
  }

  it('offers what fits where the cursor is now, although a long source is still read', async () => {
    const items = Array.from({ length: 300 }, (_, at) => `  - { id: a${at}, title: A, why: W. }\n`).join('');
    const long = `philosophies:\n${items}  - id: last\n    title: L\n    why: W.\n`;
    await start(snippets, long);
    // Is answered when all was read.
    await client.hover(source, 0, 0);
    const labels = async (text: string) => (await offered(text)).map(({ label }) => label);
    assert.deepEqual(await labels(`# A line.\n${long}    level: `), ['none', 'hint', 'info', 'warning']);
    assert.ok((await labels(`${long}    stat`)).includes('status'));
  });

  it('offers keys with what they mean, and room to write in where the editor knows snippets', async () => {
    await start(snippets, '');
    const items = await offered('🚀: 1\nphilosophies:\n  - id: a\n    wh');
    const why = items.find(({ label }) => label === 'why');
    assert.equal(why?.insertTextFormat, InsertTextFormat.Snippet);
    assert.deepEqual(why.textEdit, {
      range: { start: { line: 3, character: 4 }, end: { line: 3, character: 6 } },
      newText: 'why: |\n  $1',
    });
    assert.match((why.documentation as MarkupContent).value, /```yaml\nwhy: /);
    assert.equal(why.detail, 'required');
  });

  it('offers the same without blanks elsewhere', async () => {
    await start({}, '');
    const items = await offered('philosophies:\n  - id: a\n    ');
    const texts = new Map(items.map((item) => [item.label, (item.textEdit as TextEdit).newText]));
    assert.equal(texts.get('level'), 'level: none');
    assert.equal(texts.get('why'), 'why: |\n  ');
    assert.ok(items.every(({ insertTextFormat }) => insertTextFormat === InsertTextFormat.PlainText));
  });

  it('offers the files of the folder, and opens with a space, a quote and a slash', async () => {
    await start(snippets, '');
    const glob = 'philosophies:\n  - applies: { files: ["src/';
    await client.until('files', async () => (await offered(glob)).length > 0);
    for (const triggerCharacter of ['/', '"', ' ']) {
      const labels = (await offered(glob, { triggerCharacter })).map(({ label }) => label);
      assert.deepEqual(labels, ['src/a.ts', 'src/b.ts', 'src/**', 'src/**/*.ts', 'src/*.ts']);
    }
  });

  it('is asked in code with few signs only, and still completes markers there and in sources', async () => {
    const uri = uriOf('src/a.ts');
    await start(snippets, '', { uri, languageId: 'typescript' });
    await client.until('a marker', async () => (await offered('// TODO(', { uri })).length > 0);
    assert.deepEqual(await offered('// TODO(', { uri, triggerCharacter: ' ' }), []);
    assert.notDeepEqual(await offered('// TODO(', { uri, triggerCharacter: '(' }), []);
    await client.open(source, '', 'yaml');
    assert.notDeepEqual(await offered('# TODO('), []);
  });

  it('says what a key means', async () => {
    await start({}, 'terms:\n  - term: a\n    means: b\n');
    await client.until('a hover', async () => (await client.hover(source, 2, 6)) !== null);
    const hover = await client.hover(source, 2, 6);
    assert.match((hover?.contents as MarkupContent).value, /^\*\*means\*\* \(required\)/);
    assert.deepEqual(hover?.range, { start: { line: 2, character: 4 }, end: { line: 2, character: 9 } });
  });

  it('leaves what a key means to another tool that says it, and only that', async () => {
    const text = 'terms:\n  - term: a\n    means: b\nareas:\n  - { name: a, files: "src/*.ts" }\n';
    await start({}, text, { options: { yamlTool: { checks: true, hovers: true } } });
    await client.until('a glob', async () => (await client.hover(source, 4, 25)) !== null);
    assert.equal(await client.hover(source, 2, 6), null);
    const page = uriOf('.leadlight/page.md');
    await client.open(page, '---\nlevel: hint\n---\n# A\n', 'markdown');
    assert.notEqual(await client.hover(page, 1, 2), null);
    await client.connection.sendNotification('leadlight/yamlToolChanged', { checks: true, hovers: false });
    assert.notEqual(await client.hover(source, 2, 6), null);
  });
});
