import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEditor } from '../host/editor.mjs';
import { goTo, hoverAt, openFile, runCommand, screenshot } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { picturePath } from './pictures';

const sample = join(root, '../shared/samples/microsoft__agent-framework');

const guidance = `
philosophies:
  - id: say-released-not-ga
    title: Packages are released, services are GA
    why: |
      "GA" promises the support of a hosted service. A package has a lifecycle of its own, and who
      reads "GA" on a package plans for a promise that nobody made.
    do: Say "released" or "stable" for packages, features and APIs.
    applies: { files: ["python/**", "docs/**"], text: '\\bGA\\b', in: any }
    owner: "@microsoft/agentframework-python"
  - id: decisions-show-the-options
    title: A decision shows what was not chosen
    why: Who comes later asks about the road not taken, and can only read it here.
    applies: { files: "docs/decisions/*.md" }
terms:
  - term: long-running operation
    aka: [long running operation]
    means: A call that answers with a handle first and with its result when it is asked again.
areas:
  - { name: Decisions, files: "docs/decisions/**", lead: "@stephentoub", ask: "#agent-framework" }
`;

describe('a real team’s repository with a .leadlight folder of its own', function () {
  const folder = temporaryFolder();
  const workspace = join(folder.path, 'agent-framework');
  let editor: Awaited<ReturnType<typeof startEditor>> | undefined;
  let page: Awaited<ReturnType<NonNullable<typeof editor>['openPage']>>;

  before(async function () {
    if (!existsSync(sample)) this.skip();
    cpSync(sample, workspace, { recursive: true });
    mkdirSync(join(workspace, '.leadlight'));
    writeFileSync(join(workspace, '.leadlight/guidance.yaml'), guidance);
    editor = await startEditor({ workspace, extension: root, trusted: false });
    page = await editor.openPage();
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  it('shows its cards on its own texts, in Restricted Mode', async () => {
    await openFile(page, 'python/AGENTS.md');
    const hover = await hoverAt(page, { line: 36, column: 12 }, 'Packages are released, services are GA');
    await screenshot(page, picturePath('agent-framework-hover'));
    assert.match(hover.text, /plans for a promise that nobody made/);
    assert.match(hover.text, /Ask @microsoft\/agentframework-python/);
  });

  it('lists what governs a decision beside it', async () => {
    await openFile(page, 'docs/decisions/0009-support-long-running-operations.md');
    await goTo(page, 1, 1);
    await runCommand(page, 'Leadlight: Show Guidance Here');
    const rows = page.locator('.sidebar .pane-body .monaco-list-row');
    await rows.filter({ hasText: 'A decision shows what was not chosen' }).waitFor();
    await rows.filter({ hasText: 'Decisions' }).filter({ hasText: '@stephentoub' }).waitFor();
    await screenshot(page, picturePath('agent-framework-here'));
  });
});
