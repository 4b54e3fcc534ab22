import assert from 'node:assert/strict';
import { ResponseError } from 'vscode-jsonrpc';
import { inMemoryClient, type LanguageClient } from './languageClient';

type Read =
  | { readonly kind: 'file'; readonly uri: string; readonly maxBytes: number }
  | { readonly kind: 'directory'; readonly uri: string };

const root = 'memfs:/work';
const source = `${root}/.leadlight/guidance.yaml`;
const philosophy = (title: string) =>
  `philosophies: [{ id: p, title: ${title}, why: Wegen Ä und 💡., applies: { text: word } }]\n`;

/** Answers `leadlight/read` from a map of URIs to texts, which may change. */
function serveFiles(client: LanguageClient, files: ReadonlyMap<string, string>): readonly Read[] {
  const asked: Read[] = [];
  client.connection.onRequest('leadlight/read', ({ reads }: { reads: readonly Read[] }) => {
    asked.push(...reads);
    return reads.map((read) => (read.kind === 'file' ? fileAt(files, read) : folderAt(files, read.uri)));
  });
  return asked;
}

function fileAt(files: ReadonlyMap<string, string>, { uri, maxBytes }: Read & { kind: 'file' }) {
  const text = files.get(uri);
  if (text === undefined) return { kind: 'missing' };
  const bytes = Buffer.from(text);
  if (bytes.length > maxBytes) return { kind: 'tooLarge', size: bytes.length };
  return { kind: 'file', base64: bytes.toString('base64') };
}

function folderAt(files: ReadonlyMap<string, string>, uri: string) {
  const start = uri.replace(/\/?$/, '/');
  const below = [...files.keys()]
    .filter((file) => file.startsWith(start))
    .map((file) => file.slice(start.length));
  const folders = new Set(below.filter((path) => path.includes('/')).map((path) => path.split('/')[0]!));
  return {
    kind: 'directory',
    entries: [
      ...[...folders].map((name) => ({ name, kind: 'directory' })),
      ...below.filter((path) => !path.includes('/')).map((name) => ({ name, kind: 'file' })),
    ],
  };
}

describe('a file system that only the client reads', () => {
  let client: LanguageClient;
  const code = `${root}/src/a.ts`;
  const files = new Map<string, string>();
  beforeEach(() => {
    files.clear();
    files.set(source, philosophy('First'));
    files.set(code, 'word');
    client = inMemoryClient();
  });
  afterEach(() => client.stop());

  const shown = async () => JSON.stringify(await client.hover(code, 0, 1));
  const told = (uri: string, type: number) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });

  it('is read through the client, with every character', async () => {
    const asked = serveFiles(client, files);
    await client.initialize([root]);
    await client.open(code, 'word');
    await client.until('a hover', async () => (await shown()).includes('First'));
    assert.match(await shown(), /Wegen Ä und 💡/);
    assert.ok(asked.every(({ uri }) => uri.startsWith(root)));
    assert.ok(asked.some(({ kind, uri }) => kind === 'file' && uri === source));
    assert.ok(!asked.some(({ uri }) => uri === code), 'code that is open is not read');
  });

  it('is read again where it changed, and nowhere else', async () => {
    files.set(`${root}/.leadlight/other.yaml`, 'terms: [{ term: t, means: M. }]\n');
    const asked = serveFiles(client, files);
    await client.initialize([root]);
    await client.open(code, 'word');
    await client.until('a hover', async () => (await shown()).includes('First'));
    const before = asked.length;
    files.set(source, philosophy('Second'));
    await told(source, 2);
    await client.until('the change', async () => (await shown()).includes('Second'));
    const read = asked.slice(before).filter(({ kind }) => kind === 'file');
    assert.deepEqual(
      read.map(({ uri }) => uri),
      [source],
    );
    files.delete(source);
    await told(source, 3);
    await client.until('no hover', async () => (await client.hover(code, 0, 1)) === null);
  });

  it('has problems as any other', async () => {
    files.set(source, 'philosophies: [');
    files.set(`${root}/.leadlight/large.yaml`, '#'.repeat(600_000));
    serveFiles(client, files);
    await client.initialize([root]);
    const codes = (uri: string) => (client.diagnostics.get(uri) ?? []).map((problem) => problem.code).join();
    await client.until('a problem', () => codes(source) === 'yaml-syntax');
    assert.equal(codes(`${root}/.leadlight/large.yaml`), 'too-large');
  });

  it('may fail, and say so, without taking the server with it', async () => {
    client.connection.onRequest('leadlight/read', () => new ResponseError(-32000, 'no such provider'));
    await client.initialize([root]);
    await client.open(code, 'word');
    assert.equal(await client.hover(code, 0, 1), null);
    serveFiles(client, files);
    await told(source, 1);
    await client.until('a hover', async () => (await shown()).includes('First'));
  });

  it('may not be offered by the client at all', async () => {
    await client.initialize([root]);
    await client.open(code, 'word');
    assert.equal(await client.hover(code, 0, 1), null);
    assert.deepEqual(await client.connection.sendRequest('leadlight/sources', {}), []);
  });

  it('may answer while its document is being closed', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    client.connection.onRequest('leadlight/read', async ({ reads }: { reads: readonly Read[] }) => {
      await held;
      return reads.map((read) => (read.kind === 'file' ? fileAt(files, read) : folderAt(files, read.uri)));
    });
    await client.initialize([root]);
    await client.open(code, 'word');
    const answer = client.hover(code, 0, 1);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: code } });
    release();
    await answer;
    assert.equal(await client.hover(code, 0, 1), null);
    await client.open(code, 'word');
    await client.until('a hover', async () => (await shown()).includes('First'));
  });
});
