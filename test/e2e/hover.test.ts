import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { startEditor } from '../host/editor.mjs';
import { hoverAt, openFile, screenshot } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { picturePath } from './pictures';

for (const host of ['node', 'web'] as const) {
  describe(`cards in the ${host} extension host`, () => {
    const folder = temporaryFolder();
    const workspace = join(folder.path, 'shop');
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

    it('shows what the team wrote about a match, with the why first and a row of actions', async () => {
      await openFile(page, 'src/payments/settlement.ts');
      const hover = await hoverAt(page, { text: 'settlePartial(' }, 'Writes carry an idempotency key');
      await screenshot(page, picturePath('hover', host));
      assert.match(hover.text, /Gateway v1 gives way to the acquirer/);
      assert.match(hover.text, /A timeout does not say whether the money moved/);
      assert.match(hover.text, /Ask @jon/);
      assert.match(hover.text, /Source.*Got it.*Mute/s);
    });
  });
}
