import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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
    await start(mistaken, { yamlIsChecked: true });
    await client.until('all of a closed file', () => codes() === 'missing-why,unknown-id,unknown-key');
    await client.open(source, mistaken, 'yaml');
    await client.until('what only we know', () => codes() === 'unknown-id');
    await client.connection.sendNotification('leadlight/yamlCheckChanged', { isChecked: false });
    await client.until('all', () => codes() === 'missing-why,unknown-id,unknown-key');
    await client.connection.sendNotification('leadlight/yamlCheckChanged', { isChecked: true });
    await client.until('what only we know', () => codes() === 'unknown-id');
  });
});
