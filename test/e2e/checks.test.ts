import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { startEditor } from '../host/editor.mjs';
import { reload, retry, runCommand, screenshot, webview } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { answer, waitForNotification } from './notifications';
import { picturePath } from './pictures';

const guidance = `walkthroughs:
  - id: set-up
    title: Set up your machine
    open: first-open
    steps:
      - { title: Your own settings, done: { exists: .env } }
      - { title: A Node that is there, done: { tool: node >= 4 } }
      - { title: A Node to come, done: { tool: node >= 9999 } }
      - { title: Build it, done: { task: build it } }
      - { title: Say it, done: { command: echo  it  works } }
`;
const tasks = {
  version: '2.0.0',
  tasks: [{ label: 'build it', type: 'process', command: 'true', problemMatcher: [] }],
};

describe('steps that are verified', () => {
  const folder = temporaryFolder();
  const env = join(folder.path, '.env');
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Page;

  before(async () => {
    layOut(folder.path);
    editor = await startEditor({ workspace: folder.path, extension: root, trusted: false });
    page = await editor.openPage();
    await webview(page).getByRole('heading', { level: 1, name: 'Set up your machine' }).waitFor();
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  it('are done by themselves when a file appears, in Restricted Mode too', async () => {
    await stepOf(page, 'Your own settings').filter({ hasText: 'open' }).waitFor();
    writeFileSync(env, 'KEY=1\n');
    await stepOf(page, 'Your own settings').filter({ hasText: 'done' }).waitFor();
    await webview(page).getByText('1 of 5 steps done').waitFor();
  });

  it('say that they are untrue now, in the page and in the view, and what is different', async () => {
    await stepOf(page, 'Your own settings').click();
    rmSync(env);
    await stepOf(page, 'Your own settings').filter({ hasText: 'was done, untrue now' }).waitFor();
    await webview(page).getByText('This was done, and is untrue now. There is no .env.').waitFor();
    await webview(page).getByText('0 of 5 steps done, 1 untrue now').waitFor();
    await runCommand(page, 'Leadlight: Show Onboarding');
    const tree = page.locator('.sidebar .pane', { has: page.getByText('Onboarding', { exact: true }) });
    const top = tree.locator('[role=treeitem]', { hasText: 'Set up your machine' });
    await top.filter({ hasText: '0 of 5 done · 1 untrue now' }).waitFor();
    await retry('unfold the walkthrough', async () => {
      if ((await top.getAttribute('aria-expanded')) !== 'true') await top.click();
      await tree.getByText('A Node to come').waitFor({ timeout: 5_000 });
    });
    await tree.locator('[role=treeitem]', { hasText: 'was done, untrue now' }).waitFor();
    assert.equal(await tree.locator('[role=treeitem]', { hasText: 'not checked here' }).count(), 3);
    await screenshot(page, picturePath('checks-untrue'));
  });

  it('are still untrue after a reload, and done again when they hold', async () => {
    await reload(page);
    await stepOf(page, 'Your own settings')
      .filter({ hasText: 'was done, untrue now' })
      .waitFor({ timeout: 60_000 });
    writeFileSync(env, 'KEY=1\n');
    await stepOf(page, 'Your own settings').filter({ hasText: /done$/ }).waitFor();
  });

  it('are grey with the reason without trust, and light up when it is granted', async () => {
    await stepOf(page, 'A Node that is there').click();
    const check = webview(page).getByRole('button', { name: 'Check', exact: true });
    assert.equal(await check.getAttribute('aria-disabled'), 'true');
    await webview(page).getByText('Restricted Mode: no tool is asked until you trust this folder.').waitFor();
    await runCommand(page, 'Workspaces: Manage Workspace Trust');
    await page.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ }).click();
    // The editor of trust lies over everything, and hides the page.
    await page.locator('.monaco-modal-editor-block').getByRole('button', { name: 'Close' }).first().click();
    await webview(page).locator('#check:not([aria-disabled])').waitFor();
    assert.equal(await webview(page).getByText('Restricted Mode').count(), 0);
  });

  it('ask a tool on a click, and say what was found', async () => {
    await webview(page).getByRole('button', { name: 'Check', exact: true }).click();
    await stepOf(page, 'A Node that is there').filter({ hasText: /done$/ }).waitFor();
    await webview(page)
      .locator('#found', { hasText: /^node \d+\.\d+\.\d+ was found\.$/ })
      .waitFor();
    await stepOf(page, 'A Node to come').click();
    await webview(page).getByRole('button', { name: 'Check', exact: true }).click();
    await webview(page)
      .locator('#found', {
        hasText: /^Not yet\. node \d+\.\d+\.\d+ was found; 9999 or later is asked for\.$/,
      })
      .waitFor();
    await screenshot(page, picturePath('checks-tool'));
  });

  it('run a task on a click, and are done when it has ended well', async () => {
    await stepOf(page, 'Build it').click();
    await webview(page).getByRole('button', { name: 'Run the task build it' }).click();
    await stepOf(page, 'Build it').filter({ hasText: /done$/ }).waitFor({ timeout: 60_000 });
  });

  it('are done by a command that a person entered in a terminal', async () => {
    await stepOf(page, 'Say it').click();
    await webview(page).getByRole('button', { name: 'Type it into a terminal' }).click();
    await webview(page).getByText('The command stands in the terminal').waitFor();
    assert.equal(await stepOf(page, 'Say it').filter({ hasText: 'done' }).count(), 0);
    await page.locator('.terminal-wrapper.active .xterm').click();
    await page.keyboard.press('Enter');
    await stepOf(page, 'Say it').filter({ hasText: /done$/ }).waitFor();
  });

  it('are all checked at once, with what came of it', async () => {
    await webview(page).getByRole('button', { name: 'Check all' }).click();
    await waitForNotification(page, 'Set up your machine: 3 steps hold, 1 does not.');
  });
});

describe('a command where no shell tells how it ended', () => {
  const folder = temporaryFolder();
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Page;

  before(async () => {
    layOut(folder.path);
    editor = await startEditor({
      workspace: folder.path,
      extension: root,
      userSettings: { 'terminal.integrated.shellIntegration.enabled': false },
    });
    page = await editor.openPage();
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  it('is done when a person says so, and the page says why', async () => {
    await stepOf(page, 'Say it').click();
    await webview(page).getByRole('button', { name: 'Type it into a terminal' }).click();
    await webview(page).getByText('Nothing here tells how a command ended').waitFor();
    await webview(page).getByRole('button', { name: 'I have done this' }).click();
    await stepOf(page, 'Say it').filter({ hasText: /done$/ }).waitFor();
  });
});

describe('steps that are checked while one of them takes long', () => {
  const title = 'What takes long';
  const walkthrough = {
    id: 'long',
    title,
    open: 'first-open',
    steps: [
      { title: 'Your own settings', done: { exists: '.env' } },
      { title: 'Three spaces', done: { setting: { key: 'editor.tabSize', equals: 3 } } },
      { title: 'A Java that takes its time', done: { tool: 'java >= 17' } },
      { title: 'A Node that is there', done: { tool: 'node >= 4' } },
      { title: 'What is made', done: { command: 'test -e made' } },
    ],
  };
  const folder = temporaryFolder();
  const programs = temporaryFolder();
  const running = join(programs.path, 'java.pid');
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Page;
  const setTabSize = (size: number) =>
    writeFileSync(join(folder.path, '.vscode/settings.json'), JSON.stringify({ 'editor.tabSize': size }));

  before(async () => {
    mkdirSync(join(folder.path, '.leadlight'));
    mkdirSync(join(folder.path, '.vscode'));
    writeFileSync(join(folder.path, '.env'), 'KEY=1\n');
    setTabSize(4);
    writeFileSync(join(folder.path, '.leadlight/w.yaml'), JSON.stringify({ walkthroughs: [walkthrough] }));
    const slow = `#!/bin/sh\necho $$ > '${running}'\nexec sleep 600\n`;
    writeFileSync(join(programs.path, 'java'), slow, { mode: 0o755 });
    editor = await startEditor({ workspace: folder.path, extension: root, programs: programs.path });
    page = await editor.openPage();
    await webview(page).getByRole('heading', { level: 1, name: title }).waitFor();
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
    programs.remove();
  });

  it('are looked at again when a setting changes', async () => {
    await stepOf(page, 'Three spaces').filter({ hasText: 'open' }).waitFor();
    setTabSize(3);
    await stepOf(page, 'Three spaces').filter({ hasText: /done$/ }).waitFor();
    setTabSize(8);
    await stepOf(page, 'Three spaces').filter({ hasText: 'was done, untrue now' }).waitFor();
    setTabSize(3);
    await stepOf(page, 'Three spaces').filter({ hasText: /done$/ }).waitFor();
  });

  it('say how far they are, and stop when a person stops them, with what was running', async () => {
    await webview(page).getByRole('button', { name: 'Check all' }).click();
    const progress = await waitForNotification(page, `Checking ${title}: 3 of 4: A Java`);
    await answer(progress, 'Cancel');
    await waitForNotification(page, `${title}: Stopped after 2 of 4 steps. 2 steps hold, 0 do not.`);
    await progress.waitFor({ state: 'detached' });
    assert.throws(() => process.kill(Number(readFileSync(running, 'utf8')), 0), { code: 'ESRCH' });
    // What comes after it was not asked.
    await webview(page).getByText('2 of 5 steps done').waitFor();
    await stepOf(page, 'A Node that is there').filter({ hasText: /open$/ }).waitFor();
  });

  it('are skipped, and open again when the walkthrough is reset, but for what holds', async () => {
    await stepOf(page, 'A Java that takes its time').click();
    await webview(page).getByRole('button', { name: 'Skip' }).click();
    await stepOf(page, 'A Java that takes its time').filter({ hasText: 'skipped' }).waitFor();
    await runCommand(page, 'Leadlight: Reset Walkthrough');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first().click();
    await stepOf(page, 'A Java that takes its time').filter({ hasText: /open$/ }).waitFor();
    await stepOf(page, 'Your own settings').filter({ hasText: /done$/ }).waitFor();
    await webview(page).locator('#progress', { hasText: '2 of 5 steps done' }).waitFor();
    assert.equal(await webview(page).getByRole('status').filter({ hasText: 'Skipped' }).count(), 0);
  });

  it('are not done by a command that failed, and say how it ended', async () => {
    const run = async () => {
      await webview(page).getByRole('button', { name: 'Type it into a terminal' }).click();
      await webview(page).getByText('The command stands in the terminal').waitFor();
      await page.locator('.terminal-wrapper.active .xterm').click();
      await page.keyboard.press('Enter');
    };
    await stepOf(page, 'What is made').click();
    await run();
    await webview(page).getByText('The command ended with exit code 1.').waitFor();
    await stepOf(page, 'What is made').filter({ hasText: /open$/ }).waitFor();
    writeFileSync(join(folder.path, 'made'), '');
    await run();
    await stepOf(page, 'What is made').filter({ hasText: /done$/ }).waitFor();
  });
});

function layOut(path: string): void {
  mkdirSync(join(path, '.leadlight'));
  mkdirSync(join(path, '.vscode'));
  writeFileSync(join(path, '.leadlight/walkthroughs.yaml'), guidance);
  writeFileSync(join(path, '.vscode/tasks.json'), JSON.stringify(tasks));
}

function stepOf(page: Page, title: string): Locator {
  return webview(page).locator('nav button', { hasText: title });
}
