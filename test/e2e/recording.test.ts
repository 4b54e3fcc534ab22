import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startEditor } from '../host/editor.mjs';
import { goTo, openFile, retry, runCommand, webview } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';

describe('a walkthrough that is recorded by walking', () => {
  const folder = temporaryFolder();
  const workspace = join(folder.path, 'shop');
  const source = join(workspace, '.leadlight/walkthroughs/walk-the-shop.md');
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Page;
  const asked = (text: string) =>
    page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: text });
  const input = () => page.locator('.quick-input-widget input').first();
  const shown = () => webview(page);
  const current = (title: string) => shown().locator('nav [aria-current="step"]', { hasText: title });

  before(async () => {
    cpSync(join(root, 'test/workspaces/shop'), workspace, { recursive: true });
    editor = await startEditor({ workspace, extension: root, trusted: true });
    page = await editor.openPage();
    await shown().getByRole('heading', { level: 1 }).waitFor();
    await runCommand(page, 'View: Close All Editors');
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  it('begins with a title', async () => {
    await runCommand(page, 'Leadlight: Record Walkthrough...');
    await page.locator('.quick-input-title', { hasText: 'Record Walkthrough' }).waitFor();
    await input().fill('Walk the shop');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Leadlight: recording Walk the shop, 0 steps' }).waitFor();
  });

  for (const [path, line, anchor, number] of [
    ['src/payments/settlement.ts', 'closeTheDay', 'the symbol closeTheDay', 1],
    ['src/server.ts', 'app.listen', 'the text "app.listen', 2],
    ['src/log.ts', 'function describe', 'the symbol describe', 3],
  ] as const) {
    it(`gets step ${number} from where the cursor is, with ${anchor} as its anchor`, async () => {
      await openFile(page, path);
      const lines = readFileSync(join(workspace, path), 'utf8').split('\n');
      await goTo(page, lines.findIndex((text) => text.includes(line)) + 1, 1);
      await retry(`be offered ${anchor}`, async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+Alt+Enter');
        await asked(anchor).waitFor({ timeout: 5_000 });
      });
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-title', { hasText: 'Add Step Here' }).waitFor();
      await input().and(page.locator('[type="text"]')).fill(`Stop ${number}`);
      await page.keyboard.press('Enter');
      await page.locator('.tab.active', { hasText: 'walk-the-shop.md' }).first().waitFor();
      await page.keyboard.type(`Look at stop ${number}.`);
      const steps = `${number} ${number === 1 ? 'step' : 'steps'}`;
      await page.getByRole('button', { name: `Leadlight: recording Walk the shop, ${steps}` }).waitFor();
      await page
        .locator('.view-line', { hasText: `Look at stop ${number}.` })
        .first()
        .waitFor();
    });
  }

  it('is previewed where the cursor is, as it is typed', async () => {
    await runCommand(page, 'Leadlight: Preview Walkthrough');
    await current('Stop 3').waitFor();
    await shown().getByText('Look at stop 3.').waitFor();
    await page.locator('.tab', { hasText: 'walk-the-shop.md' }).first().click();
    await page.keyboard.type(' It is short.');
    await shown().getByText('Look at stop 3. It is short.').waitFor();
    await page.keyboard.press('Control+Home');
    await current('Stop 1').waitFor();
  });

  it('is played, and nothing of it is done', async () => {
    await page.keyboard.press('Control+S');
    await runCommand(page, 'Leadlight: Stop Recording');
    await runCommand(page, 'View: Close All Editors');
    await runCommand(page, 'Leadlight: Open Walkthrough...');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Walk the shop' }).click();
    await current('Stop 1').waitFor();
    await shown().getByText('0 of 3 steps done').waitFor();
    await shown().getByRole('button', { name: 'Show me src/payments/settlement.ts' }).click();
    await page.locator('.tab.active', { hasText: 'settlement.ts' }).waitFor();
    assert.match(readFileSync(source, 'utf8'), /at: \{ file: src\/log\.ts, symbol: describe \}/);
  });
});
