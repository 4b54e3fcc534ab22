import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CodeLens,
  DocumentSymbol,
  FoldingRange,
  LocationLink,
  SelectionRange,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { LensPlaces } from '../../src/core/authoringLenses';
import { inMemoryClient, type LanguageClient } from './languageClient';

const guidance = '.leadlight/guidance.yaml';
const files = {
  [guidance]: `philosophies:
  - id: no-fetch
    title: No fetch
    why: Because.
    applies: { files: "src/**", symbols: fetch }
    supersedes: [old]
`,
  '.leadlight/review.yaml':
    'checklists:\n  - id: review\n    title: Review\n    items: [{ ask: Why?, philosophy: no-fetch }]\n',
  'src/a.ts': '// leadlight-ignore no-fetch: once\nfetch();\n\nfetch();\n',
};

describe('the server on names in guidance', () => {
  let folder: string;
  let client: LanguageClient;
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).toString();

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'leadlight-'));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  async function start(options: object = {}): Promise<void> {
    client = inMemoryClient();
    await client.initialize(
      [pathToFileURL(folder).toString()],
      { textDocument: { definition: { linkSupport: true }, rename: { prepareSupport: true } } },
      options,
    );
    await client.open(uriOf(guidance), files[guidance]!, 'yaml');
    await client.open(uriOf('.leadlight/review.yaml'), files['.leadlight/review.yaml']!, 'yaml');
    await client.until(
      'the guidance',
      async () => (await ask<SymbolInformation[]>('workspace/symbol', { query: 'fetch' })).length > 0,
    );
  }

  const ask = <T>(method: string, params: object) => client.connection.sendRequest<T>(method, params);
  const at = (path: string, line: number, character: number) => ({
    textDocument: { uri: uriOf(path) },
    position: { line, character },
  });
  const reference = () => at('.leadlight/review.yaml', 3, 43);

  it('goes to an id, and renames it in all files', async () => {
    await start();
    const [jump] = await ask<LocationLink[]>('textDocument/definition', reference());
    assert.deepEqual(
      [jump?.targetUri, jump?.targetRange.start],
      [uriOf(guidance), { line: 1, character: 8 }],
    );
    assert.deepEqual(await ask('textDocument/prepareRename', reference()), {
      range: jump!.originSelectionRange,
      placeholder: 'no-fetch',
    });
    const edit = await ask<WorkspaceEdit>('textDocument/rename', {
      ...reference(),
      newName: 'ask-the-client',
    });
    assert.deepEqual(Object.keys(edit.changes ?? {}).sort(), Object.keys(files).map(uriOf).sort());
  });

  it('says in a sentence why it does not rename', async () => {
    await start();
    await assert.rejects(ask('textDocument/rename', { ...reference(), newName: 'A B' }), /such as "a-b"/);
    await assert.rejects(ask('textDocument/prepareRename', at(guidance, 5, 18)), /Nothing that is read here/);
    assert.equal(await ask('textDocument/prepareRename', at(guidance, 3, 12)), null);
  });

  it('knows what a source is made of', async () => {
    await start();
    const document = { textDocument: { uri: uriOf(guidance) } };
    const [section] = await ask<DocumentSymbol[]>('textDocument/documentSymbol', document);
    assert.deepEqual([section?.name, section?.children?.[0]?.name], ['philosophies', 'No fetch']);
    const folds = await ask<FoldingRange[]>('textDocument/foldingRange', document);
    assert.deepEqual(folds, [
      { startLine: 0, endLine: 5 },
      { startLine: 1, endLine: 5 },
    ]);
    const [selection] = await ask<SelectionRange[]>('textDocument/selectionRange', {
      ...document,
      positions: [{ line: 1, character: 10 }],
    });
    assert.deepEqual(selection?.range, { start: { line: 1, character: 8 }, end: { line: 1, character: 16 } });
    assert.notEqual(selection?.parent, undefined);
  });

  it('counts above an entry, and gives the editor a command only where it has one', async () => {
    await start();
    const titles = async () => {
      const lenses = await ask<CodeLens[]>('textDocument/codeLens', {
        textDocument: { uri: uriOf(guidance) },
      });
      return Promise.all(
        lenses.map(async (lens) => {
          const { command } =
            lens.command === undefined ? await ask<CodeLens>('codeLens/resolve', lens) : lens;
          return `${command?.title} (${command?.command})`;
        }),
      );
    };
    assert.deepEqual(await titles(), ['governs 1 file, 1 place ()', 'used by 1 checklist ()']);
    await client.stop();
    await start({ placesCommand: 'show' });
    assert.deepEqual(await titles(), ['governs 1 file, 1 place (show)', 'used by 1 checklist (show)']);
    const about = { topic: 'governs', uri: uriOf(guidance), kind: 'philosophy', id: 'no-fetch' };
    const { places } = await ask<LensPlaces>('leadlight/lensPlaces', about);
    assert.deepEqual(places, [
      { uri: uriOf('src/a.ts'), range: { start: { line: 3, character: 0 }, end: { line: 3, character: 5 } } },
    ]);
  });
});
