import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startEditor } from '../host/editor.mjs';
import { openFile, runCommand } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';

const guidance = `philosophies:
  - id: logs-are-lines
    titel: Logs are lines
    title: Logs are lines
    why: A machine reads them before anybody does.
    supersedes: [logs-are-trees]
`;

/** No more than what the YAML extension is known by: its name, and the settings that say what it does. */
const yamlExtension = {
  name: 'vscode-yaml',
  publisher: 'redhat',
  version: '1.0.0',
  engines: { vscode: '^1.100.0' },
  contributes: { configuration: { properties: { 'yaml.validate': { type: 'boolean', default: true } } } },
};

describe('beside the YAML extension', () => {
  const folder = temporaryFolder();
  const [workspace, extension] = ['shop', 'redhat.vscode-yaml-1.0.0'].map((name) => join(folder.path, name));
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Page;
  const problem = (text: string) => page.locator('.markers-panel .monaco-list-row', { hasText: text });
  const typo = () => problem('does not know the key "titel"');

  before(async () => {
    for (const path of [join(workspace!, '.leadlight'), join(workspace!, '.vscode'), extension!])
      mkdirSync(path, { recursive: true });
    writeFileSync(join(workspace!, '.leadlight/guidance.yaml'), guidance);
    writeFileSync(join(extension!, 'package.json'), JSON.stringify(yamlExtension));
    editor = await startEditor({ workspace: workspace!, extension: root, installed: extension! });
    page = await editor.openPage();
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  it('tells of open sources what only Leadlight knows, until that checks no longer', async () => {
    await openFile(page, '.leadlight/guidance.yaml');
    await runCommand(page, 'Problems: Focus on Problems View');
    await problem('No entry here has the id "logs-are-trees"').waitFor();
    await typo().waitFor({ state: 'detached' });
    writeFileSync(join(workspace!, '.vscode/settings.json'), '{ "yaml.validate": false }');
    await typo().waitFor();
  });
});
