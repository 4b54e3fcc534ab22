import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startEditor } from '../host/editor.mjs';
import { runCommand, screenshot } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { picturePath } from './pictures';

describe('a folder of a repository that has guidance', () => {
  const folder = temporaryFolder();
  const repository = join(folder.path, 'shop');
  let editor: Awaited<ReturnType<typeof startEditor>> | undefined;

  before(async () => {
    cpSync(join(root, 'test/workspaces/shop'), repository, { recursive: true });
    mkdirSync(join(repository, '.git'), { recursive: true });
    editor = await startEditor({ workspace: join(repository, 'src'), extension: root });
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  it('offers to open the repository in the view Here, and opens it', async () => {
    const page = await editor!.openPage();
    await runCommand(page, 'Leadlight: Show Guidance Here');
    const button = page.locator('.sidebar .welcome-view .monaco-button', {
      hasText: "Open the Repository's Folder",
    });
    await button.waitFor();
    await screenshot(page, picturePath('repository-offer'));
    await button.click();
    await page.waitForURL(/folder=[^&]*\/shop(?:&|$)/);
  });
});
