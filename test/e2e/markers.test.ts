import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { startEditor } from '../host/editor.mjs';
import { hoverAt, openFile, runCommand } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';

for (const host of ['node', 'web'] as const) {
  describe(`a marker of mine that is overdue, in the ${host} extension host`, () => {
    const folder = temporaryFolder();
    const workspace = join(folder.path, 'shop');
    let editor: Awaited<ReturnType<typeof startEditor>>;
    let page: Awaited<ReturnType<typeof editor.openPage>>;

    before(async () => {
      cpSync(join(root, 'test/workspaces/shop'), workspace, { recursive: true });
      const userSettings = { 'leadlight.me': ['@jon'] };
      editor = await startEditor({ workspace, extension: root, host, userSettings });
      page = await editor.openPage();
    });
    after(async () => {
      await editor?.stop();
      folder.remove();
    });

    const badge = () => page.locator('.activitybar .action-item', { hasText: '1' }).locator('.badge-content');
    const rows = () => page.locator('.sidebar .pane-body .monaco-list-row');

    it('is counted in the view Debt and on its badge', async () => {
      await openFile(page, 'src/db/catalogue.ts');
      await runCommand(page, 'Leadlight: Focus on Debt View');
      await rows().filter({ hasText: 'overdue' }).first().waitFor();
      await badge().filter({ hasText: /^1$/ }).first().waitFor();
    });

    it('says on its tag what is agreed, and since when it is overdue', async () => {
      const hover = await hoverAt(page, { text: 'TODO' }, 'asks for 400 at a time');
      assert.match(hover.text, /TODO · @jon/);
      assert.match(hover.text, /wishes are what we have 300 of/);
      assert.match(hover.text, /Overdue since 2026-03-31/);
      assert.match(hover.text, /Issue: #198 · Cost: 1d/);
      assert.match(hover.text, /Source.*Complete….*Got it.*Mute/s);
    });

    it('gets another day by a quick fix, and leaves the badge and the list of what is overdue', async () => {
      await page.locator('.monaco-hover:visible a', { hasText: 'Complete…' }).first().click();
      await page.locator('.action-widget .monaco-list-row', { hasText: 'Move the due date to' }).click();
      await page.locator('.view-line', { hasText: /TODO\(@jon,\s(?!2026-03-31)\d{4}-\d\d-\d\d,/ }).waitFor();
      await badge().first().waitFor({ state: 'hidden' });
      await rows().filter({ hasText: 'overdue' }).first().waitFor({ state: 'hidden' });
      await hoverAt(page, { text: 'TODO' }, 'Due on');
    });
  });
}
