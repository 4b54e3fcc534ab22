import assert from 'node:assert/strict';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startEditor } from '../host/editor.mjs';
import { hoverAt, openFile, reload, runCommand, webview } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';

const vsix = join(import.meta.dirname, '../../out/leadlight.vsix');

describe('the package, installed into VS Code', () => {
  const folder = temporaryFolder();
  let editor: Awaited<ReturnType<typeof startEditor>>;

  before(async () => {
    if (!existsSync(vsix)) throw new Error('There is no package: run npm run package.');
    cpSync(join(import.meta.dirname, '../workspaces/shop'), folder.path, { recursive: true });
    editor = await startEditor({ workspace: folder.path, vsix });
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  it('shows a card', async () => {
    const page = await editor.openPage();
    await openFile(page, 'src/http/admin.ts');
    const hover = await hoverAt(page, { line: 18, column: 30 }, 'The clock is passed in');
    assert.match(hover.text, /Source.*Got it.*Mute/s);
    await page.close();
  });

  it('is active', async () => {
    const page = await editor.openPage();
    // The list draws only the rows that fit.
    await page.setViewportSize({ width: 1280, height: 3000 });
    await runCommand(page, 'Developer: Show Running Extensions');
    const row = page.locator('.extension', { hasText: 'Leadlight' });
    await row.locator('.activation-time', { hasText: /Activation: \d+ms/ }).waitFor();
  });

  it('gives Settings Sync what a person folded, and how far they are in walkthroughs', async () => {
    const page = await editor.openPage();
    await webview(page).getByRole('heading', { level: 1, name: 'Your first day in the shop' }).waitFor();
    await reload(page);
    assert.deepEqual(JSON.parse(await syncedKeys(page)), ['leadlight.marks', 'leadlight.progress']);
    await page.close();
  });
});

/** What of Leadlight's state the editor's Settings Sync takes along, as the editor keeps it in its databases. */
async function syncedKeys(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const opening = indexedDB.open(name!);
      await new Promise((done) => (opening.onsuccess = done));
      const database = opening.result;
      for (const table of database.objectStoreNames) {
        const cursor = database.transaction(table).objectStore(table).openCursor();
        await new Promise<void>((done) => {
          cursor.onsuccess = () => {
            if (cursor.result === null) return done();
            if (/^extensionKeys\/leadlight\.leadlight@/i.test(String(cursor.result.key)))
              found.push(String(cursor.result.value));
            cursor.result.continue();
          };
        });
      }
      database.close();
    }
    return found.join('\n');
  });
}
