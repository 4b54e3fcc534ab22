import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { temporaryFolder } from '../host/processes.mjs';
import { inMemoryClient, type LanguageClient } from './languageClient';

describe('problems of sources', () => {
  const folder = temporaryFolder();
  const uriOf = (path: string) => pathToFileURL(join(folder.path, path)).toString();
  const source = uriOf('.leadlight/guidance.yaml');
  let client: LanguageClient;

  before(() => mkdirSync(join(folder.path, '.leadlight')));
  afterEach(() => client.stop());
  after(() => folder.remove());

  const start = async (text: string, options: object = {}, capabilities?: object) => {
    writeFileSync(join(folder.path, '.leadlight/guidance.yaml'), text);
    client = inMemoryClient();
    await client.initialize([pathToFileURL(folder.path).toString()], capabilities, options);
  };
  const codes = () =>
    (client.diagnostics.get(source) ?? [])
      .map(({ code }) => String(code))
      .sort()
      .join();

  const mistaken =
    'disable: nobody\nphilosophies: [{ id: a, title: A, levle: hint, why: W. }, { id: b, title: B }]\n';

  it('lead to the page that explains their codes', async () => {
    await start(mistaken, { problemPage: 'file:///extension/problems.md' });
    await client.until('problems', () => codes() === 'missing-why,unknown-id,unknown-key');
    assert.deepEqual(
      client.diagnostics.get(source)!.map(({ code, codeDescription }) => [code, codeDescription?.href]),
      client.diagnostics.get(source)!.map(({ code }) => [code, `file:///extension/problems.md#${code}`]),
    );
  });

  it('are left to another tool that checks what is open, and told again when it is gone', async () => {
    await start(mistaken, { yamlTool: { checks: true, hovers: false } });
    await client.until('all of a closed file', () => codes() === 'missing-why,unknown-id,unknown-key');
    await client.open(source, mistaken, 'yaml');
    await client.until('what only we know', () => codes() === 'unknown-id');
    await client.connection.sendNotification('leadlight/yamlToolChanged', { checks: false, hovers: false });
    await client.until('all', () => codes() === 'missing-why,unknown-id,unknown-key');
    await client.connection.sendNotification('leadlight/yamlToolChanged', { checks: true, hovers: false });
    await client.until('what only we know', () => codes() === 'unknown-id');
  });

  describe('are mended', () => {
    const everywhere = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const text =
      'philosophies:\n  - title: A\n    exceptions:\n      - { files: "**", until: 2020-01-01 }\n    decision: docs/0001-a.md\n';
    const abilities = {
      workspace: {
        workspaceEdit: {
          documentChanges: true,
          resourceOperations: ['create'],
          snippetEditSupport: true,
          changeAnnotationSupport: {},
        },
      },
    };
    const actions = async (options: object, capabilities: object) => {
      await start(text, options, capabilities);
      await client.open(source, text, 'yaml');
      await client.until('problems', () => codes().includes('missing-decision'));
      const params = { textDocument: { uri: source }, range: everywhere, context: { diagnostics: [] } };
      const found = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
      return new Map(found.map((action) => [action.title, action]));
    };

    it('with room for what a person has to write, and a new file that is shown before', async () => {
      const found = await actions({ isTrusted: true }, abilities);
      assert.deepEqual([...found.keys()].sort(), [
        'Add "why"',
        'Add id: a',
        'Create docs/0001-a.md',
        'Remove the exception',
      ]);
      const why = found.get('Add "why"')?.edit?.documentChanges?.[0] as { edits: unknown[] };
      const at = { line: 2, character: 0 };
      assert.deepEqual(why.edits, [
        { range: { start: at, end: at }, snippet: { kind: 'snippet', value: '    why: $0\n' } },
      ]);
      const { edit, diagnostics } = found.get('Create docs/0001-a.md')!;
      assert.equal(diagnostics?.[0]?.code, 'missing-decision');
      assert.deepEqual(edit?.documentChanges?.[0], {
        kind: 'create',
        uri: uriOf('docs/0001-a.md'),
        options: { overwrite: false, ignoreIfExists: false },
        annotationId: 'create',
      });
      assert.equal(edit?.changeAnnotations?.['create']?.needsConfirmation, true);
    });

    it('without a file where nobody trusts the workspace, until somebody does', async () => {
      const found = await actions({ isTrusted: false }, abilities);
      assert.equal(found.has('Create docs/0001-a.md'), false);
      assert.equal(found.has('Remove the exception'), true);
      await client.connection.sendNotification('leadlight/trustGranted', {});
      const params = { textDocument: { uri: source }, range: everywhere, context: { diagnostics: [] } };
      await client.until('the file', async () => {
        const now = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
        return now.some(({ title }) => title === 'Create docs/0001-a.md');
      });
    });

    it('where they are now, although a long source is still read', async () => {
      const more = Array.from({ length: 300 }, (_, at) => `  - { id: b${at}, title: B, why: W. }\n`).join('');
      const long = `philosophies:\n${more}  - { id: a, title: A, why: W., levle: hint }\n`;
      await start(long);
      await client.open(source, long, 'yaml');
      await client.until('the problem', () => codes() === 'unknown-key');
      await client.change(source, 2, `# One line more.\n${long}`);
      const range = { start: { line: 300, character: 0 }, end: { line: 303, character: 0 } };
      const params = { textDocument: { uri: source }, range, context: { diagnostics: [] } };
      const found = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
      const places = found.map(({ edit }) =>
        edit?.changes?.[source]?.map((change) => change.range.start.line),
      );
      assert.deepEqual(places, [[302]]);
    });

    it('as far as the editor can', async () => {
      const found = await actions({ isTrusted: true }, {});
      assert.deepEqual([...found.keys()].sort(), ['Add id: a', 'Remove the exception']);
    });
  });
});
