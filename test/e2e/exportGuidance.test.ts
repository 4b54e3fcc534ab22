import assert from 'node:assert/strict';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { leadlight } from '../cli/commandLine';
import { startEditor } from '../host/editor.mjs';
import { goTo, openFile, retry, runCommand, screenshot } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { picturePath } from './pictures';
import { shown } from './reviewPage';

describe('guidance that is written out for another tool', function () {
  const folder = temporaryFolder();
  const workspace = join(folder.path, 'shop');
  const rules = '.cursor/rules/leadlight';
  const check = () => leadlight(workspace, 'export', '--to', 'cursor', '--check');
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Page;
  const choice = (text: string | RegExp) =>
    page.locator('.quick-input-widget .monaco-list-row', { hasText: text });
  const write = /Write \d+ Files/;
  const here = () =>
    page.locator('.sidebar .pane-body .monaco-list-row', { hasText: 'The clock is passed in' });

  before(async () => {
    cpSync(join(root, 'test/workspaces/shop'), workspace, { recursive: true });
    editor = await startEditor({
      workspace,
      extension: root,
      userSettings: { 'leadlight.debt.enabled': false, 'leadlight.onboarding.firstOpen': false },
    });
    page = await editor.openPage();
  });
  after(async () => {
    await editor.stop();
    folder.remove();
  });

  it('is shown as a diff, and written once somebody says so', async () => {
    assert.equal(check().code, 3);
    await retry('ask for the export', async () => {
      await runCommand(page, 'Leadlight: Export Guidance');
      await choice('.cursor/rules/leadlight').click(shown);
      await choice(write).waitFor(shown);
    });
    await page.locator('.tab.active', { hasText: 'Exported Guidance' }).waitFor(shown);
    await page
      .locator('.monaco-editor .view-line', { hasText: /Errors\scarry\scontext/ })
      .first()
      .waitFor();
    await screenshot(page, picturePath('export'));
    assert.equal(check().code, 3);
    await choice(write).click();
    await retry('write all files', () =>
      Promise.resolve(assert.deepEqual([check().code, check().stdout], [0, 'Up to date.\n'])),
    );
    assert.ok(readdirSync(join(workspace, rules)).includes('clock-is-passed-in.mdc'));
    assert.equal(await page.locator('.tab', { hasText: 'Exported Guidance' }).count(), 0);
  });

  it('is not shown a second time', async () => {
    await openFile(page, 'src/http/admin.ts');
    await goTo(page, 1, 1);
    await runCommand(page, 'Leadlight: Show Guidance Here');
    await here().first().waitFor();
    await screenshot(page, picturePath('export-here'));
    assert.equal(await here().count(), 1);
  });

  it('is a problem once somebody has edited it', async () => {
    await openFile(page, `${rules}/clock-is-passed-in.mdc`);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('Not always.');
    await runCommand(page, 'Problems: Focus on Problems View');
    await page
      .locator('.markers-panel .monaco-list-row', { hasText: 'This was generated, and edited by hand since' })
      .waitFor();
    await screenshot(page, picturePath('export-edited'));
    await openFile(page, `${rules}/clock-is-passed-in.mdc`);
    await page.keyboard.press('Control+S');
    await page.locator('.tab.active:not(.dirty)', { hasText: 'clock-is-passed-in.mdc' }).waitFor();
    assert.equal(check().code, 3);
    await openFile(page, 'src/http/admin.ts');
    await here().first().waitFor();
    assert.equal(await here().count(), 1);
  });
});
