import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Hover, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { temporaryFolder } from '../host/processes.mjs';
import { inMemoryClient, type LanguageClient } from './languageClient';

const philosophy = (id: string, rest: string) => `- { id: ${id}, title: From ${id}, why: W., ${rest} }\n`;
const guidance = `philosophies:
${['none', 'hint', 'info', 'warning'].map((level) => philosophy(level, `level: ${level}, applies: { text: ${level}Word }`)).join('')}`;

describe('documents on the server', () => {
  const folder = temporaryFolder();
  const uriOf = (path: string) => pathToFileURL(join(folder.path, path)).toString();
  const write = (path: string, text: string) => writeFileSync(join(folder.path, path), text);
  const code = uriOf('a.ts');
  const source = uriOf('.leadlight/guidance.yaml');
  let client: LanguageClient;
  beforeEach(async () => {
    mkdirSync(join(folder.path, '.leadlight'), { recursive: true });
    write('.leadlight/guidance.yaml', guidance);
    write('a.ts', '');
    client = inMemoryClient();
    await client.initialize([uriOf('')]);
    await client.open(code, 'noneWord\nhintWord\ninfoWord\nwarningWord\n');
    await client.until('guidance', async () => (await client.hover(code, 0, 1)) !== null);
  });
  afterEach(() => client.stop());
  after(() => folder.remove());

  const notify = (method: string, params: object) => client.connection.sendNotification(method, params);
  const close = (uri: string) => notify('textDocument/didClose', { textDocument: { uri } });
  const text = (hover: Hover | null) => JSON.stringify(hover);

  it('have diagnostics for info and warning alone, with a code that leads to the entry', async () => {
    await client.until('diagnostics', () => client.diagnostics.get(code)?.length === 2);
    assert.deepEqual(
      client.diagnostics
        .get(code)!
        .map(({ severity, code: id, codeDescription, range, source: name }) => [
          ...[severity, id, codeDescription?.href, range.start.line, name],
        ]),
      [
        [3, 'info', `${source}#L4`, 2, 'leadlight'],
        [2, 'warning', `${source}#L5`, 3, 'leadlight'],
      ],
    );
    await close(code);
    await client.until('no diagnostics', () => client.diagnostics.get(code)?.length === 0);
  });

  it('answer as they are after an edit that was just sent', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };
    const contentChanges = [{ range, text: 'x = 1;\nsome' }];
    void notify('textDocument/didChange', { textDocument: { uri: code, version: 2 }, contentChanges });
    assert.equal(await client.hover(code, 1, 1), null);
    assert.match(text(await client.hover(code, 2, 1)), /From hint/);
  });

  it('answer by guidance as it is after an edit that was just sent', async () => {
    await client.open(source, guidance, 'yaml');
    void client.change(source, 2, guidance.replace('From hint', 'Edited'));
    assert.match(text(await client.hover(code, 1, 1)), /Edited/);
  });

  it('may be closed while they are asked about', async () => {
    const asked = [client.hover(code, 1, 1), client.hover(code, 1, 1)];
    void close(code);
    asked.push(client.hover(code, 1, 1));
    const answers = await Promise.all(asked);
    assert.equal(answers[2], null);
    await client.open(code, 'hintWord', 'typescript');
    assert.match(text(await client.hover(code, 0, 1)), /From hint/);
  });

  it('may be asked about outside of their text', async () => {
    assert.equal(await client.hover(code, 999, 0), null);
    assert.equal(await client.hover(uriOf('unknown.ts'), 0, 0), null);
    const textDocument = { uri: uriOf('unknown.ts') };
    const params = { textDocument, position: { line: 0, character: 0 } };
    for (const method of ['leadlight/cards', 'leadlight/matches', 'leadlight/here'])
      assert.equal(await client.connection.sendRequest(method, params), null);
  });

  it('count when they are saved, where nobody tells about files', async () => {
    await client.open(source, guidance, 'yaml');
    write('.leadlight/guidance.yaml', guidance.replace('From hint', 'Saved'));
    await client.change(source, 2, guidance.replace('From hint', 'Saved'));
    await notify('textDocument/didSave', { textDocument: { uri: source } });
    await close(source);
    await client.until('the saved text', async () => text(await client.hover(code, 1, 1)).includes('Saved'));
  });

  it('keep the last good guidance while it is broken, and lose its problem when it is mended', async () => {
    await client.open(source, guidance, 'yaml');
    await client.change(source, 2, `${guidance}- { id: "x\n`);
    await client.until('a problem', () => (client.diagnostics.get(source)?.length ?? 0) > 0);
    assert.match(text(await client.hover(code, 1, 1)), /From hint/);
    await client.change(source, 3, guidance);
    await client.until('no problem', () => client.diagnostics.get(source)?.length === 0);
  });

  for (const { name, wrong, right } of [
    {
      name: 'an unknown key',
      wrong: '- { id: x, title: T, wyh: W. }',
      right: '- { id: x, title: T, why: W. }',
    },
    {
      name: 'a glob without quotes',
      wrong: '- id: x\n  title: T\n  why: W.\n  applies:\n    files: **/a.ts',
      right: '- id: x\n  title: T\n  why: W.\n  applies:\n    files: "**/a.ts"',
    },
  ]) {
    it(`are mended by the fix for ${name}`, async () => {
      const broken = `${guidance}${wrong}\n`;
      await client.open(source, broken, 'yaml');
      await client.until('a problem', () => (client.diagnostics.get(source)?.length ?? 0) > 0);
      const [diagnostic] = client.diagnostics.get(source)!;
      const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: source },
        range: diagnostic!.range,
        context: { diagnostics: [diagnostic] },
      });
      assert.equal(actions.length, 1, JSON.stringify(client.diagnostics.get(source)));
      const edits: TextEdit[] = actions[0]!.edit?.changes?.[source] ?? [];
      const mended = TextDocument.applyEdits(TextDocument.create(source, 'yaml', 1, broken), edits);
      assert.equal(mended, `${guidance}${right}\n`);
      await client.change(source, 2, mended);
      await client.until('no problem', () => client.diagnostics.get(source)?.length === 0);
    });
  }
});
