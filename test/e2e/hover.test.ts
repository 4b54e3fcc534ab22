import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { startEditor } from '../host/editor.mjs';
import { goTo, hoverAt, openFile, runCommand, screenshot, statusItem } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { picturePath } from './pictures';

for (const host of ['node', 'web'] as const) {
  describe(`the sample workspace in the ${host} extension host`, () => {
    const folder = temporaryFolder();
    const workspace = join(folder.path, 'shop');
    const picture = (name: string) =>
      picturePath(host === 'node' ? name : `${name}-web`, { forReadme: host === 'node' });
    let editor: Awaited<ReturnType<typeof startEditor>>;
    let page: Awaited<ReturnType<typeof editor.openPage>>;

    before(async () => {
      cpSync(join(root, 'test/workspaces/shop'), workspace, { recursive: true });
      editor = await startEditor({ workspace, extension: root, host });
      page = await editor.openPage();
    });
    after(async () => {
      await editor?.stop();
      folder.remove();
    });

    it('shows all that was written about a place, the nearest first, each with a row of actions', async () => {
      await openFile(page, 'src/payments/settlement.ts');
      const hover = await hoverAt(page, { line: 33, column: 24 }, 'Writes carry an idempotency key');
      assert.match(hover.text, /Gateway v1 gives way to the acquirer/);
      assert.match(hover.text, /A timeout does not say whether the money moved/);
      assert.match(hover.text, /Ask @jon in #payments, for @maya, away until 2036-12-31/);
      assert.match(hover.text, /Source.*Got it.*Mute/s);
      assert.match(hover.text, /1 more/);
    });

    it('shows the why, the do, the don’t and an example', async () => {
      await openFile(page, 'src/http/admin.ts');
      const hover = await hoverAt(page, { text: 'new Date()' }, 'The clock is passed in');
      await screenshot(page, picture('hover'));
      assert.match(hover.text, /Do:.*Don't:/s);
      assert.match(hover.text, /\.leadlight\/guidance\.yaml:\d+/);
    });

    it('shows a debt marker’s meaning on its tag, and a term', async () => {
      const marker = await hoverAt(page, { line: 17, column: 13 }, 'To add, as agreed here: an owner');
      assert.match(marker.text, /TODO/);
      await openFile(page, 'src/payments/settlement.ts');
      await hoverAt(page, { line: 15, column: 20 }, 'two working days after capture');
    });

    it('lists what governs the file and the line beside the code', async () => {
      await goTo(page, 33, 20);
      await runCommand(page, 'Leadlight: Show Guidance Here');
      const rows = page.locator('.sidebar .pane-body .monaco-list-row');
      await rows.filter({ hasText: 'On this line' }).waitFor();
      await rows.filter({ hasText: 'Payments take two pairs of eyes' }).first().waitFor();
      await statusItem(page, /^\s*\d+$/);
      await screenshot(page, picture('here'));
      // The last row may lie below the edge of the view.
      await rows.filter({ hasText: 'On this line' }).click();
      await page.keyboard.press('End');
      await rows.filter({ hasText: 'Checkout answers in 200 ms' }).waitFor();
    });

    it('finds what was written by its words', async () => {
      await runCommand(page, 'Leadlight: Search Guidance');
      const search = page.getByPlaceholder('Search everything that is written down');
      await search.waitFor();
      await search.fill('idempotency');
      await page
        .locator('.quick-input-widget .monaco-list-row.focused', {
          hasText: 'Writes carry an idempotency key',
        })
        .waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.tab.active', { hasText: 'writes-carry-an-idempotency-key.md' }).waitFor();
    });

    it('folds a card that was got, and mutes one that was muted', async () => {
      await openFile(page, 'src/http/admin.ts');
      await hoverAt(page, { text: 'new Date()' }, 'The clock is passed in');
      await page.locator('.monaco-hover:visible a', { hasText: 'Got it' }).first().click();
      await hoverAt(page, { text: 'new Date()' }, /The clock is passed in · folded/);
      await page.locator('.monaco-hover:visible a', { hasText: 'Mute' }).first().click();
      await runCommand(page, 'Leadlight: Show Muted and Folded Guidance');
      await page
        .locator('.quick-input-widget .monaco-list-row', { hasText: 'The clock is passed in' })
        .waitFor();
      await page.keyboard.press('Escape');
    });
  });
}
