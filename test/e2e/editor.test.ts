import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEditor } from '../host/editor.mjs';
import { hoverAt, openFile, runCommand } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';

describe('the editor that the end-to-end tests drive', () => {
  const folder = temporaryFolder();
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Awaited<ReturnType<typeof editor.openPage>>;

  before(async () => {
    writeFileSync(
      join(folder.path, 'prices.ts'),
      'export const total = 42;\nexport const twice = total * 2;\n',
    );
    editor = await startEditor({ workspace: folder.path });
    page = await editor.openPage();
    await openFile(page, 'prices.ts');
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  it('draws the hover of the text under the mouse', async () => {
    const hover = await hoverAt(page, { text: 'total * 2' }, /const/);
    assert.match(hover.text, /const/);
    assert.match(hover.html, /<span/);
  });

  it('draws the hover of a line and a column', async () => {
    const hover = await hoverAt(page, { line: 1, column: 15 }, 'const total: 42');
    assert.match(hover.text, /const total: 42/);
  });

  it('runs a command from the palette', async () => {
    await runCommand(page, 'View: Toggle Panel Visibility');
    await page.locator('.part.panel').waitFor();
  });
});
