import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { startEditor } from '../host/editor.mjs';
import { reload, screenshot, statusItem, webview } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { picturePath } from './pictures';

for (const host of ['node', 'web'] as const)
  describe(`the first day in the sample workspace, in the ${host} host`, () => {
    const folder = temporaryFolder();
    const workspace = join(folder.path, 'shop');
    let editor: Awaited<ReturnType<typeof startEditor>>;
    let page: Page;
    const player = (): FrameLocator => webview(page);
    const step = (title: string) => player().locator('nav button', { hasText: title });

    const rewrite = (path: string, from: string | RegExp, to: string) =>
      writeFileSync(join(workspace, path), readFileSync(join(workspace, path), 'utf8').replace(from, to));

    before(async () => {
      cpSync(join(root, 'test/workspaces/shop'), workspace, { recursive: true });
      // Nothing is installed there.
      rewrite('package.json', /"test": ".*"/, '"test": "node --version"');
      editor = await startEditor({ workspace, extension: root, host, trusted: false });
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

    it('lights up what needs trust once the folder is trusted', async () => {
      await (await statusItem(page, 'Restricted Mode')).click();
      await page
        .locator('.workspace-trust-editor')
        .getByRole('button', { name: 'Trust', exact: true })
        .click();
      await page.getByText('You trust this folder').first().waitFor();
      await page.locator('.monaco-modal-editor-block .codicon-close').first().click();
      await page.locator('.monaco-modal-editor-block').waitFor({ state: 'detached' });
      const type = player().getByRole('button', { name: 'Type it into a terminal' });
      await type.and(player().locator(':not([aria-disabled])')).waitFor();
      assert.equal(await player().getByText('Restricted Mode: nothing is typed').count(), 0);
    });

    it('types a command for a person, and sees that it ended well', async () => {
      await player().getByRole('button', { name: 'Type it into a terminal' }).click();
      await player().getByRole('status').filter({ hasText: 'Press Enter there' }).waitFor();
      await step('Run the tests').and(player().locator('.open')).waitFor();
      await page.locator('.terminal-wrapper .xterm').first().click();
      await page.keyboard.press('Enter');
      await step('Run the tests').and(player().locator('.done')).waitFor({ timeout: 60_000 });
      await page.keyboard.press('Control+J');
    });

    it('is answered, and says why', async () => {
      await step('Where money moves').click();
      await player().getByRole('button', { name: 'At settlement' }).click();
      await player().getByRole('status').filter({ hasText: 'Not this one' }).waitFor();
      await player().getByRole('button', { name: 'At capture' }).click();
      await player().getByText('Authorisation only holds the money').first().waitFor();
      await step('Where money moves').and(player().locator('.done')).waitFor();
    });

    it('opens the place of a step beside, and sees that it was opened', async () => {
      await step('Where a request enters').click();
      await step('Where a request enters').and(player().locator('.open')).waitFor();
      await player().getByRole('button', { name: 'Show me src/server.ts' }).click();
      await page.locator('.tab.active', { hasText: 'server.ts' }).waitFor();
      await step('Where a request enters').and(player().locator('.done')).waitFor();
      await page.locator('.editor-actions [aria-label^="Next Step"]').first().waitFor();
      await screenshot(page, picturePath('walkthrough', { forReadme: true }));
    });

    it('shows that a place is gone', async () => {
      await step('Your first change').click();
      await player().getByRole('button', { name: 'Show me src/cart/shipping.ts' }).waitFor();
      rewrite('src/cart/shipping.ts', 'HACK', 'NOTE');
      await player().locator('.warning', { hasText: 'The place is gone.' }).waitFor();
    });

    it('goes on after a reload where a person was, and opens no second time', async () => {
      await reload(page);
      await step('Say hello').filter({ hasText: 'done' }).waitFor({ timeout: 30_000 });
      assert.equal(await page.locator('.tab', { hasText: 'Your first day' }).count(), 1);
    });
  });
