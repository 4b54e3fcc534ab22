import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { startEditor } from '../host/editor.mjs';
import { screenshot } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { picturePath } from './pictures';

describe('the first day in the sample workspace, in Restricted Mode', () => {
  const folder = temporaryFolder();
  const workspace = join(folder.path, 'shop');
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Page;
  const player = (): FrameLocator => page.frameLocator('iframe.webview.ready').frameLocator('iframe');
  const step = (title: string) => player().locator('nav button', { hasText: title });

  before(async () => {
    cpSync(join(root, 'test/workspaces/shop'), workspace, { recursive: true });
    editor = await startEditor({ workspace, extension: root, trusted: false });
    page = await editor.openPage();
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  it('opens the walkthrough by itself', async () => {
    await player().getByRole('heading', { level: 1, name: 'Your first day in the shop' }).waitFor();
    await step('Say hello').and(player().locator('[aria-current="step"]')).waitFor();
  });

  it('has a step done when a person says so', async () => {
    await player().getByRole('button', { name: 'I have done this' }).click();
    await step('Say hello').filter({ hasText: 'done' }).waitFor();
    await player().getByText('1 of').first().waitFor();
  });

  it('shows the exact command, and does not type it where the folder is not trusted', async () => {
    await step('Run the tests').click();
    await player()
      .getByLabel('Command')
      .filter({ hasText: /^npm test$/ })
      .waitFor();
    const type = player().getByRole('button', { name: 'Type it into a terminal' });
    assert.equal(await type.getAttribute('aria-disabled'), 'true');
    await player().getByText('Restricted Mode: nothing is typed').waitFor();
  });

  it('opens the place of a step beside', async () => {
    await step('Where a request enters').click();
    await player().getByRole('button', { name: 'Show me src/server.ts' }).click();
    await page.locator('.tab.active', { hasText: 'server.ts' }).waitFor();
    await page.locator('.editor-actions [aria-label^="Next Step"]').first().waitFor();
    await screenshot(page, picturePath('walkthrough', { forReadme: true }));
  });

  it('goes on after a reload where a person was, and opens no second time', async () => {
    await leaveWindow(page);
    await page.reload();
    await step('Say hello').filter({ hasText: 'done' }).waitFor({ timeout: 30_000 });
    assert.equal(await page.locator('.tab', { hasText: 'Your first day' }).count(), 1);
  });
});

/** In a browser, the editor stores what is open when its window loses the focus, and else once a minute. */
async function leaveWindow(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.hasFocus = () => false;
    window.dispatchEvent(new Event('blur'));
  });
  await page.waitForTimeout(1_000);
}
