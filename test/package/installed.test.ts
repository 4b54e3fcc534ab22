import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEditor } from '../host/editor.mjs';
import { runCommand } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';

const vsix = join(import.meta.dirname, '../../out/leadlight.vsix');

describe('the package, installed into VS Code', () => {
  const folder = temporaryFolder();
  let editor: Awaited<ReturnType<typeof startEditor>>;

  before(async () => {
    if (!existsSync(vsix)) throw new Error('There is no package: run npm run package.');
    writeFileSync(join(folder.path, 'README.md'), '# Empty\n');
    editor = await startEditor({ workspace: folder.path, vsix });
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
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
