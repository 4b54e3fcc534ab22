import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startEditor } from '../host/editor.mjs';
import { goTo, hoverAt, openFile, retry, runCommand, screenshot } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { picturePath } from './pictures';

describe('debt in the sample workspace, as @ines sees it', () => {
  const folder = temporaryFolder();
  const workspace = join(folder.path, 'shop');
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Page;
  const rows = (text: string | RegExp) =>
    page.locator('.sidebar .pane-body .monaco-list-row', { hasText: text }).first();
  const message = (text: string | RegExp) => page.locator('.sidebar .message', { hasText: text });
  const badge = () => page.locator('.activitybar .badge[aria-label*="overdue"]');

  before(async () => {
    cpSync(join(root, 'test/workspaces/shop'), workspace, { recursive: true });
    commitLongAgo(workspace);
    const userSettings = { 'leadlight.me': ['@ines'], 'files.autoSave': 'off' };
    editor = await startEditor({ workspace, extension: root, userSettings });
    page = await editor.openPage();
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  it('finds markers in files that are not open, with what is overdue', async () => {
    await runCommand(page, 'Leadlight: Focus on Debt View');
    await rows(/^src.*overdue/).waitFor();
    await rows(/^worker/).waitFor();
  });

  it('counts on the badge what is overdue and hers', async () => {
    await badge().getByText('1').waitFor();
  });

  it('says how debt went over time', async () => {
    await message(/^▁█ \d+ markers committed, \d+ more than on 2026-01-02, median age \d+ days/).waitFor();
  });

  it('shows where the open file is', async () => {
    await openFile(page, 'src/cart/pricing.ts');
    await rows(/each line rounds on its own.*@ines.*overdue since 2026-/s).waitFor();
  });

  it('says on the tag what the team means, and by when it had to be done', async () => {
    const hover = await hoverAt(page, { text: 'FIXME' }, 'Wrong today, and a customer can meet it');
    assert.match(hover.text, /@ines/);
    await screenshot(page, picturePath('debt', { forReadme: true }));
  });

  it('sees a quick fix in the tree and on the badge at once, before it is saved', async () => {
    await goTo(page, 18, 5);
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row', { hasText: 'Add due date' }).first().click();
    await page.locator('.tab.active.dirty', { hasText: 'pricing.ts' }).waitFor();
    await rows(/each line rounds on its own.*@ines.*due 20(?!26-0)/s).waitFor();
    await badge().waitFor({ state: 'detached' });
  });

  it('is grouped and filtered', async () => {
    const choices = (text: string) => page.locator('.quick-input-widget .monaco-list-row', { hasText: text });
    await runCommand(page, 'Leadlight: Group Debt By...');
    await page.getByPlaceholder('Group debt by').fill('tag');
    await choices('TODO, FIXME and the others').and(page.locator('.focused')).waitFor();
    await page.keyboard.press('Enter');
    await rows(/^FIXME/).waitFor();
    await runCommand(page, 'Leadlight: Filter Debt...');
    await choices('You are named as its owner').click();
    await page.keyboard.press('Enter');
    await message(/Filter: mine\. 1 of \d+ shown\./).waitFor();
    await runCommand(page, 'Leadlight: Clear Debt Filter');
    await message('Filter:').waitFor({ state: 'detached' });
  });

  it('shows only what her branch adds, and all again', async () => {
    const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: workspace });
    git('switch', '--quiet', '--create', 'later');
    writeFileSync(join(workspace, 'src/later.ts'), '// BUG(@ines): only on this branch\n');
    await rows(/^BUG/).waitFor();
    await runCommand(page, 'Leadlight: Show Only What My Branch Adds');
    await message(/Filter: added by this branch \(since it left main\)\. \d of \d+ shown\./).waitFor();
    await rows(/^TODO/).waitFor({ state: 'detached' });
    await rows(/^BUG/).waitFor();
    await runCommand(page, 'Leadlight: Show Only What My Branch Adds');
    await rows(/^TODO/).waitFor();
  });

  it('is used with the keyboard alone', async () => {
    /** What is drawn anew loses the focus, and is looked for again. */
    const onRow = (text: string | RegExp, press: () => Promise<void>) =>
      retry(`use the row ${String(text)}`, async () => {
        await runCommand(page, 'Leadlight: Focus on Debt View');
        await page.keyboard.press('Home');
        const focused = page.locator('.sidebar .monaco-list-row.focused', { hasText: text });
        for (let row = 0; row < 8 && !(await focused.isVisible()); row += 1)
          await page.keyboard.press('ArrowDown');
        await focused.waitFor({ timeout: 5_000 });
        await press();
      });
    await onRow(/^BUG/, async () => {
      await page.keyboard.press('ArrowRight');
      await rows('only on this branch').waitFor({ timeout: 5_000 });
    });
    await onRow('only on this branch', async () => {
      await page.keyboard.press('Enter');
      await page.locator('.tab.active', { hasText: 'later.ts' }).waitFor({ timeout: 5_000 });
    });
    await onRow('only on this branch', async () => {
      await page.keyboard.press('Shift+F10');
      const entry = page.locator('.context-view .action-item', { hasText: 'Copy Marker as Issue Text' });
      await entry.waitFor({ timeout: 5_000 });
    });
    await page.keyboard.press('Escape');
  });
});

/** So that what the team lets expire has expired, whenever the test is run. */
function commitLongAgo(cwd: string): void {
  const who = ['-c', 'user.name=Ines', '-c', 'user.email=ines@shop.example'];
  execFileSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd });
  for (const { day, files } of [
    { day: '2026-01-02', files: '.leadlight' },
    { day: '2026-03-02', files: '.' },
  ]) {
    const at = `${day}T12:00:00Z`;
    const env = { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at };
    const git = (...args: readonly string[]) => execFileSync('git', [...who, ...args], { cwd, env });
    git('add', files);
    git('commit', '--quiet', '--message=The shop');
  }
}
