import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startEditor } from '../host/editor.mjs';
import { goTo, hoverAt, openFile, retry, runCommand, screenshot } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { picturePath } from './pictures';
import { reviewPage, shown } from './reviewPage';

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

/** Some of the code that the team's guidance is about: one folder that an owner's rule names, and not the other one. */
const code = {
  'python/packages/core/client.py':
    '# One method, as agreed in ADR-0013.\ndef get_response(): ...\n# See docs/decisions/0005-python-naming-conventions.md\n',
  'python/samples/getting_started/durabletask/worker.py': '# TODO: stop it\ndef work(): ...\n',
  'dotnet/src/Agent.cs': 'class Agent {}\n',
};

describe('a real team’s repository as it is, without a .leadlight folder', function () {
  const folder = temporaryFolder();
  const workspace = join(folder.path, 'agent-framework');
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Ines', '-c', 'user.email=ines@example.com', ...args], {
      cwd: workspace,
      encoding: 'utf8',
    });
  let editor: Awaited<ReturnType<typeof startEditor>> | undefined;
  let page: Awaited<ReturnType<NonNullable<typeof editor>['openPage']>>;
  const rows = () => page.locator('.sidebar .pane-body .monaco-list-row');

  before(async function () {
    if (!existsSync(sample)) this.skip();
    cpSync(sample, workspace, { recursive: true });
    for (const [path, text] of Object.entries(code)) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true });
      writeFileSync(join(workspace, path), text);
    }
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('commit', '--quiet', '--message=As it is');
    git('switch', '--quiet', '--create', 'work');
    appendFileSync(join(workspace, 'python/packages/core/client.py'), 'def stream(): ...\n');
    editor = await startEditor({
      workspace,
      extension: root,
      userSettings: { 'leadlight.debt.enabled': false, 'leadlight.review.role': 'author' },
    });
    page = await editor.openPage();
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  it('tells a decision where the code names it, and goes there', async () => {
    await openFile(page, 'python/packages/core/client.py');
    const hover = await hoverAt(page, { text: 'ADR-0013' }, 'Simplify Python Get Response API into a single');
    await screenshot(page, picturePath('agent-framework-decision'));
    assert.match(hover.text, /accepted/i);
    assert.match(hover.text, /Consolidate \+ Merge Agent and Workflow Methods/);
    await hoverAt(page, { text: 'python-naming' }, 'Python naming conventions and renames');
    await retry('go to the decision', async () => {
      await openFile(page, 'python/packages/core/client.py');
      await goTo(page, 1, 32);
      await page.keyboard.press('F12');
      await page
        .locator('.tab.active', { hasText: '0013-python-get-response-simplification.md' })
        .waitFor(shown);
    });
  });

  it('names the owner of a file with a debt marker, and lists whose instructions hold for it', async () => {
    await openFile(page, 'python/samples/getting_started/durabletask/worker.py');
    const owner = '@microsoft/agentframework-durabletask-developers';
    await hoverAt(page, { text: 'TODO' }, owner);
    await goTo(page, 2, 1);
    await runCommand(page, 'Leadlight: Show Guidance Here');
    await rows().filter({ hasText: owner }).first().waitFor();
    await rows().filter({ hasText: 'Function-Calling Loop Changes' }).waitFor();
    await screenshot(page, picturePath('agent-framework-instructions'));
    assert.equal(await rows().filter({ hasText: 'A2A Package' }).count(), 0);
  });

  it('says who owns a file by which line, which opens, and what nobody owns', async () => {
    const choice = (text: string) =>
      page.locator('.quick-input-widget .monaco-list-row', { hasText: text }).first();
    await openFile(page, 'python/samples/getting_started/durabletask/worker.py');
    await runCommand(page, 'Leadlight: Who Owns This?');
    const owner = choice('@microsoft/agentframework-durabletask-developers');
    await owner.filter({ hasText: '.github/CODEOWNERS:5' }).click();
    await page.locator('.tab.active', { hasText: 'CODEOWNERS' }).waitFor();
    await runCommand(page, 'Leadlight: Show Files Without an Owner');
    await page.locator('.quick-input-widget input').fill('Agent.cs');
    await choice('dotnet/src/Agent.cs').click();
    await page.locator('.tab.active', { hasText: 'Agent.cs' }).waitFor();
  });

  it('says what of it is dead, as git finds it', async () => {
    const patterns = ['azure_functions', 'durabletask'].map(
      (name) => `python/samples/getting_started/${name}/`,
    );
    const dead = patterns.filter(
      (pattern) => git('ls-files', '--cached', '--ignored', '--exclude', pattern) === '',
    );
    assert.deepEqual(dead, [patterns[0]]);
    const unspoken = readdirSync(join(workspace, 'docs/decisions')).filter((file) => {
      const [number] = file.split('-');
      const names = ['-e', `ADR-${number}`, '-e', file.replace('.md', '')];
      const found = spawnSync('git', ['grep', '-l', '-F', ...names, '--', `:!docs/decisions/${file}`], {
        cwd: workspace,
      });
      return found.stdout.length === 0;
    });
    assert.ok(unspoken.length > 5 && !unspoken.join().includes('0013'), unspoken.join());
    await runCommand(page, 'Leadlight: Focus on Guidance View');
    const all = dead.length + unspoken.length;
    await page.locator('.sidebar .pane-header', { hasText: `${all} dead` }).waitFor();
    await screenshot(page, picturePath('agent-framework-guidance'));
    const nobody = rows().filter({ hasText: `No file matches "${patterns[0]}"` });
    for (let down = 0; down < 40 && !(await nobody.isVisible()); down += 1)
      await page.keyboard.press('ArrowDown');
    await nobody.waitFor(shown);
    await page.keyboard.press('End');
    await rows().filter({ hasText: '.github/copilot-instructions.md' }).waitFor();
    await rows().filter({ hasText: '.github/pull_request_template.md' }).waitFor();
    await screenshot(page, picturePath('agent-framework-sources'));
  });

  it('asks in a review what its template for pull requests asks', async () => {
    const view = reviewPage(page);
    await retry('start the review', async () => {
      await view.command('Leadlight: Start Review');
      await view.row('The code builds clean without any errors or warnings').waitFor(shown);
    });
    await view.row('All unit tests pass, and I have added new tests where possible').waitFor();
    await screenshot(page, picturePath('agent-framework-review'));
  });
});
