import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CodeAction,
  DocumentLink,
  Location,
  LocationLink,
  MarkupContent,
} from 'vscode-languageserver-protocol';
import { inMemoryClient, type LanguageClient } from './languageClient';

const files = {
  'docs/adr/0004-wrap.md': '# Wrap errors\n\nStatus: superseded by [ADR-5](0005-results.md)\n',
  'docs/adr/0005-results.md': '# Results\n\nStatus: accepted\n\n## Decision\n\nReturn results.\n',
  'a.ts': '// See ADR-0004.\n',
};

describe('the server on decisions', () => {
  let folder: string;
  let client: LanguageClient;
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).toString();

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'leadlight-'));
    await mkdir(join(folder, 'docs/adr'), { recursive: true });
    for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  async function start(capabilities: object): Promise<void> {
    client = inMemoryClient();
    const { capabilities: offered } = await client.initialize(
      [pathToFileURL(folder).toString()],
      capabilities,
    );
    assert.deepEqual(
      [offered.documentLinkProvider, offered.definitionProvider, offered.referencesProvider],
      [{}, true, true],
    );
    await client.open(uriOf('a.ts'), files['a.ts']);
    await client.until('a diagnostic', () => (client.diagnostics.get(uriOf('a.ts')) ?? []).length > 0);
  }

  const place = () => ({ textDocument: { uri: uriOf('a.ts') }, position: { line: 0, character: 9 } });

  it('hovers, links, jumps, finds and mends a reference', async () => {
    await start({ textDocument: { definition: { linkSupport: true } } });
    const hover = ((await client.hover(uriOf('a.ts'), 0, 9))?.contents as MarkupContent).value;
    assert.match(
      hover,
      /^\*\*ADR-0004: Wrap errors\*\* · superseded\n\n\*\*Superseded by\*\* \[ADR-0005: Results\]/,
    );
    const range = { start: { line: 0, character: 7 }, end: { line: 0, character: 15 } };
    const links = await client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', place());
    const tooltip = 'ADR-0004: Wrap errors (superseded)';
    assert.deepEqual(links, [{ range, target: uriOf('docs/adr/0004-wrap.md'), tooltip }]);
    const [jump] = await client.connection.sendRequest<LocationLink[]>('textDocument/definition', place());
    assert.deepEqual([jump?.targetUri, jump?.originSelectionRange], [uriOf('docs/adr/0004-wrap.md'), range]);
    const found = await client.connection.sendRequest<Location[]>('textDocument/references', {
      ...place(),
      context: { includeDeclaration: false },
    });
    assert.deepEqual(found, [{ uri: uriOf('a.ts'), range }]);
    const diagnostics = client.diagnostics.get(uriOf('a.ts'));
    const [action] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf('a.ts') },
      range,
      context: { diagnostics },
    });
    assert.deepEqual(
      [action?.title, action?.isPreferred, action?.diagnostics],
      ['Change to ADR-0005', true, diagnostics],
    );
    assert.deepEqual(action?.edit, { changes: { [uriOf('a.ts')]: [{ range, newText: 'ADR-0005' }] } });
  });

  it('jumps in editors that know plain places only', async () => {
    await start({});
    const [jump] = await client.connection.sendRequest<Location[]>('textDocument/definition', place());
    const title = { start: { line: 0, character: 0 }, end: { line: 0, character: 13 } };
    assert.deepEqual(jump, { uri: uriOf('docs/adr/0004-wrap.md'), range: title });
  });
});
