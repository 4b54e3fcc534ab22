import assert from 'node:assert/strict';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { startEditor } from '../host/editor.mjs';
import { hoverAt, openFile, runCommand } from '../host/editorPage';
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
});
