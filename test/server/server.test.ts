import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, MarkupContent } from 'vscode-languageserver-protocol';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { inMemoryClient, type LanguageClient, processClient } from './languageClient';

const guidance = `philosophies:
  - id: clock
    title: The clock is passed in
    why: Midnight.
    level: warning
    applies: { symbols: Date.now }
`;

const servers: readonly [string, () => LanguageClient][] = [
  ['in this process', inMemoryClient],
  [
    'as the built server',
    () => processClient(process.execPath, [join(root, 'dist/server.node.js'), '--stdio']),
  ],
  [
    'as the command line',
    () => processClient(process.execPath, [join(root, 'dist/cli.js'), 'lsp', '--stdio']),
  ],
];

for (const [name, start] of servers) {
  describe(`the server ${name}`, () => {
    const folder = temporaryFolder();
    const uriOf = (path: string) => pathToFileURL(join(folder.path, path)).toString();
    const write = (path: string, text: string) => writeFileSync(join(folder.path, path), text);
    const code = uriOf('a.ts');
    const source = uriOf('.leadlight/guidance.yaml');
    let client: LanguageClient;

    before(async () => {
      mkdirSync(join(folder.path, '.leadlight'));
      write('.leadlight/guidance.yaml', guidance);
      client = start();
      await client.initialize([pathToFileURL(folder.path).toString()]);
      await client.open(code, 'const a = Date.now();\n');
    });
    after(async () => {
      await client.stop();
      folder.remove();
    });

    const card = async (character = 12) =>
      ((await client.hover(code, 0, character))?.contents as MarkupContent | undefined)?.value ?? '';
    const codes = (uri: string) =>
      (client.diagnostics.get(uri) ?? []).map((diagnostic) => diagnostic.code).join();

    it('answers a hover with the card and a link to its source', async () => {
      await client.until('a hover', async () => (await card()) !== '');
      assert.match(
        await card(),
        /^\*\*The clock is passed in\*\*\n\nMidnight\.\n\nFor `Date\.now`\n\nSource: \[.leadlight\/guidance\.yaml:2\]\(<file:.*#L2>\)$/,
      );
      assert.equal(await client.hover(code, 0, 3), null);
    });

    it('answers nothing about a document that it does not know', async () => {
      assert.equal(await client.hover(uriOf('never-opened.ts'), 0, 0), null);
    });

    it('lists a place of an entry whose level asks for it, with a code that leads to the source', async () => {
      await client.until('a diagnostic', () => codes(code) === 'clock');
      const [diagnostic] = client.diagnostics.get(code)!;
      assert.equal(diagnostic!.severity, 2);
      assert.match(diagnostic!.codeDescription?.href ?? '', /guidance\.yaml#L2$/);
    });

    it('takes an unsaved edit of guidance at once, and goes back when it is closed', async () => {
      await client.open(source, guidance.replace('Midnight', 'Ten to midnight'), 'yaml');
      await client.until('the edit', async () => (await card()).includes('Ten to midnight'));
      await client.change(source, 2, guidance.replace('level: warning', 'levle: warning'));
      await client.until('a problem', () => codes(source) === 'unknown-key');
      const [diagnostic] = client.diagnostics.get(source)!;
      const params = {
        textDocument: { uri: source },
        range: diagnostic!.range,
        context: { diagnostics: [diagnostic] },
      };
      const [action] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
      assert.equal(action?.title, 'Change to "level"');
      assert.equal(action.edit?.changes?.[source]?.[0]?.newText, 'level');
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: source } });
      await client.until('the problem to go', () => codes(source) === '');
    });

    it('sees files that come, change and go, and tells problems of files that are not open', async () => {
      const told = (type: number) =>
        client.connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [{ uri: uriOf('.leadlight/new.yaml'), type }],
        });
      write('.leadlight/new.yaml', 'terms: [{ term: now, means: This moment. }, { term: x }]\n');
      await told(1);
      await client.until('the term', async () => (await card(16)).includes('This moment'));
      await client.until('its problem', () => codes(uriOf('.leadlight/new.yaml')) === 'missing-value');
      rmSync(join(folder.path, '.leadlight/new.yaml'));
      await told(3);
      await client.until('the term to go', async () => !(await card(16)).includes('This moment'));
      await client.until('its problem to go', () => codes(uriOf('.leadlight/new.yaml')) === '');
    });

    it('answers the messages of its own', async () => {
      const place = { textDocument: { uri: code }, position: { line: 0, character: 12 } };
      const ask = <T>(method: string, params: object) => client.connection.sendRequest<T>(method, params);
      const cards = await ask<{ cards: { key: string }[] }>('leadlight/cards', place);
      assert.deepEqual(
        cards.cards.map(({ key }) => key),
        ['philosophy:clock'],
      );
      const matches = await ask<{ matches: unknown[] }>('leadlight/matches', { textDocument: { uri: code } });
      assert.equal(matches.matches.length, 1);
      const here = await ask<{ path: string; line: unknown[] }>('leadlight/here', place);
      assert.deepEqual([here.path, here.line.length], ['a.ts', 1]);
      const hits = await ask<{ id: string }[]>('leadlight/search', { query: 'midn' });
      assert.deepEqual(
        hits.map(({ id }) => id),
        ['clock'],
      );
      const sources = await ask<{ path: string }[]>('leadlight/sources', {});
      assert.deepEqual(
        sources.map(({ path }) => path),
        ['.leadlight/guidance.yaml'],
      );
    });

    it('matches what other tools found', async () => {
      write(
        '.leadlight/lint.yaml',
        'philosophies: [{ id: why, title: Why lint, why: W., applies: { diagnostics: eslint/no-x } }]\n',
      );
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uriOf('.leadlight/lint.yaml'), type: 1 }],
      });
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } };
      await client.connection.sendNotification('leadlight/findingsChanged', {
        uri: code,
        findings: [{ range, source: 'eslint', code: 'no-x' }],
      });
      await client.until('the why', async () => {
        const hover = await client.hover(code, 0, 2);
        return ((hover?.contents as MarkupContent | undefined)?.value ?? '').includes('Why lint');
      });
    });
  });
}

describe('a workspace that only the client can read', () => {
  it('is read through the client', async () => {
    const files = new Map([['/.leadlight/guidance.yaml', guidance]]);
    const client = inMemoryClient();
    client.connection.onRequest('leadlight/read', ({ reads }: { reads: { kind: string; uri: string }[] }) =>
      reads.map(({ kind, uri }) => {
        const path = uri.replace(/^memfs:/, '').replace(/\/$/, '');
        const text = files.get(path);
        if (kind === 'file')
          return text === undefined
            ? { kind: 'missing' }
            : { kind: 'file', base64: Buffer.from(text).toString('base64') };
        if (path === '') return { kind: 'directory', entries: [{ name: '.leadlight', kind: 'directory' }] };
        return path === '/.leadlight'
          ? { kind: 'directory', entries: [{ name: 'guidance.yaml', kind: 'file' }] }
          : { kind: 'missing' };
      }),
    );
    await client.initialize(['memfs:/']);
    await client.open('memfs:/a.ts', 'Date.now();\n');
    await client.until('a hover', async () => (await client.hover('memfs:/a.ts', 0, 2)) !== null);
    await client.stop();
  });
});
