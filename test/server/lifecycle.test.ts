import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { inMemoryClient, type LanguageClient, processClient } from './languageClient';

const builds: readonly (readonly [string, readonly string[]])[] = [
  ['the built server', [join(root, 'dist/server.node.js'), '--stdio']],
  ['the command line', [join(root, 'dist/cli.js'), 'lsp', '--stdio']],
];

for (const [name, args] of builds) {
  describe(`the process of ${name}`, () => {
    const start = () => processClient(process.execPath, args);
    const exitCode = (client: ReturnType<typeof start>) =>
      new Promise((resolve) => client.child.once('exit', (code) => resolve(code)));

    it('ends with 0 after shutdown and exit', async () => {
      const client = start();
      const ended = exitCode(client);
      await client.initialize([]);
      await client.stop();
      assert.equal(await ended, 0);
    });

    it('ends with 1 on exit without shutdown', async () => {
      const client = start();
      const ended = exitCode(client);
      await client.initialize([]);
      await client.connection.sendNotification('exit');
      assert.equal(await ended, 1);
    });

    it('ends when its input does', async () => {
      const client = start();
      const ended = exitCode(client);
      await client.initialize([]);
      client.child.stdin!.end();
      assert.notEqual(await ended, null);
    });
  });
}

describe('a server with other workspaces', () => {
  const folder = temporaryFolder();
  const uriOf = (path: string) => pathToFileURL(join(folder.path, path)).toString();
  const clients: LanguageClient[] = [];
  before(() => {
    for (const name of ['one', 'two']) {
      mkdirSync(join(folder.path, name, '.leadlight'), { recursive: true });
      writeFileSync(
        join(folder.path, name, '.leadlight/guidance.yaml'),
        `philosophies: [{ id: ${name}, title: From ${name}, why: W., applies: { text: word } }]\n`,
      );
    }
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.stop();
  });
  after(() => folder.remove());

  const start = () => {
    const client = inMemoryClient();
    clients.push(client);
    return client;
  };
  const shown = async (client: LanguageClient, path: string) =>
    JSON.stringify(await client.hover(uriOf(path), 0, 1));

  it('follows folders that are added and removed', async () => {
    const client = start();
    await client.initialize([uriOf('one')], { workspace: { workspaceFolders: true } });
    await client.open(uriOf('one/a.ts'), 'word');
    await client.open(uriOf('two/a.ts'), 'word');
    await client.until('a hover in one', async () => (await shown(client, 'one/a.ts')).includes('From one'));
    assert.equal(await client.hover(uriOf('two/a.ts'), 0, 1), null);
    const changed = (added: string[], removed: string[]) => {
      const named = (names: string[]) => names.map((name) => ({ uri: uriOf(name), name }));
      return client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: named(added), removed: named(removed) },
      });
    };
    await changed(['two'], []);
    await client.until('a hover in two', async () => (await shown(client, 'two/a.ts')).includes('From two'));
    await changed([], ['one']);
    await client.until('nothing in one', async () => (await client.hover(uriOf('one/a.ts'), 0, 1)) === null);
    assert.match(await shown(client, 'two/a.ts'), /From two/);
  });

  it('forgets the problems of a folder that is removed', async () => {
    writeFileSync(join(folder.path, 'two/.leadlight/broken.yaml'), 'philosophies: [');
    const broken = uriOf('two/.leadlight/broken.yaml');
    const client = start();
    await client.initialize([uriOf('two')], { workspace: { workspaceFolders: true } });
    await client.until('a problem', () => client.diagnostics.get(broken)?.length === 1);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: uriOf('two'), name: 'two' }] },
    });
    await client.until('no problem', () => client.diagnostics.get(broken)?.length === 0);
  });

  it('serves a client without any capability, that knows one root', async () => {
    const client = start();
    const asked: string[] = [];
    client.connection.onRequest((method) => {
      asked.push(method);
      return null;
    });
    client.connection.onRequest('client/registerCapability', () => void asked.push('registerCapability'));
    await client.connection.sendRequest('initialize', {
      ...{ processId: null, rootUri: uriOf('one'), capabilities: {} },
    });
    await client.connection.sendNotification('initialized', {});
    await client.open(uriOf('one/a.ts'), 'word');
    await client.until('a hover', async () => (await shown(client, 'one/a.ts')).includes('From one'));
    assert.deepEqual(asked, []);
  });

  it('has nothing to say without a folder', async () => {
    const client = start();
    await client.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    await client.connection.sendNotification('initialized', {});
    await client.open(uriOf('one/a.ts'), 'word');
    await client.open('untitled:Untitled-1', 'word');
    assert.equal(await client.hover(uriOf('one/a.ts'), 0, 1), null);
    assert.equal(await client.hover('untitled:Untitled-1', 0, 1), null);
    assert.deepEqual(await client.connection.sendRequest('leadlight/search', { query: 'word' }), []);
    assert.deepEqual(await client.connection.sendRequest('leadlight/sources', {}), []);
  });

  it('asks to be told about files where the client can tell', async () => {
    const client = start();
    const registered: string[] = [];
    client.connection.onRequest(
      'client/registerCapability',
      ({ registrations }: { registrations: { method: string }[] }) => {
        registered.push(...registrations.map(({ method }) => method));
        return null;
      },
    );
    await client.initialize([uriOf('one')], {
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    });
    await client.until('a registration', () => registered.includes('workspace/didChangeWatchedFiles'));
  });

  it('knows the sides of a diff and texts without a file', async () => {
    const client = start();
    await client.initialize([uriOf('one')]);
    const left = `${uriOf('one/a.ts').replace(/^file:\/\//, 'git:')}?%7B%22ref%22%3A%22HEAD%22%7D`;
    await client.open(left, 'word');
    await client.open('untitled:Untitled-1', 'word');
    for (const uri of [left, 'untitled:Untitled-1'])
      await client.until(uri, async () => JSON.stringify(await client.hover(uri, 0, 1)).includes('From one'));
  });
});
