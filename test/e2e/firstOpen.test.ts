import assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { startEditor } from '../host/editor.mjs';
import { leaveWindow, retry, runCommand, webview } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';

type Editor = Awaited<ReturnType<typeof startEditor>>;
type EditorOptions = Parameters<typeof startEditor>[0];

const tab = (page: Page, name: string): Locator => page.locator('.tab', { hasText: name });
const notice = (page: Page): Locator =>
  page.locator('.notifications-center .notification-list-item', { hasText: 'has a walkthrough for you' });
const title = 'Your first day in the shop';

/** In the list of notifications: an editor that tests drive shows none beside it. */
async function asked(page: Page): Promise<void> {
  await retry('be asked', async () => {
    await runCommand(page, 'Notifications: Show Notifications');
    await notice(page).waitFor({ timeout: 5_000 });
  });
}

const answer = (page: Page, name: string): Promise<void> =>
  notice(page).locator('.monaco-button', { hasText: name }).click();

/** Nothing opened, and nothing asks, though walkthroughs were read. */
async function isQuiet(page: Page, walkthrough: string | undefined): Promise<void> {
  if (walkthrough !== undefined)
    await retry('see what was read', async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').fill('>Leadlight: Open Walkthrough');
      await page
        .locator('.quick-input-widget .monaco-list-row', { hasText: 'Open Walkthrough' })
        .first()
        .click();
      await page
        .locator('.quick-input-widget .monaco-list-row', { hasText: walkthrough })
        .first()
        .waitFor({ timeout: 5_000 });
    });
  await page.keyboard.press('Escape');
  await page.waitForTimeout(1_500);
  await runCommand(page, 'Notifications: Show Notifications');
  assert.equal(await page.locator('iframe.webview').count(), 0);
  assert.equal(await notice(page).count(), 0);
}

/** Runs with an editor that is stopped whatever happens. */
async function withEditor(options: EditorOptions, run: (editor: Editor) => Promise<void>): Promise<void> {
  const editor = await startEditor({ extension: root, ...options });
  try {
    await run(editor);
  } finally {
    await editor.stop();
  }
}

async function reload(page: Page): Promise<void> {
  await leaveWindow(page);
  await page.reload();
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 120_000 });
}

describe('the first time that somebody opens a repository', () => {
  const folder = temporaryFolder();
  const workspace = join(folder.path, 'shop');
  const settings = { 'workbench.startupEditor': 'welcomePage' };
  const server = join(workspace, 'src/server.ts');

  before(() => cpSync(join(root, 'test/workspaces/shop'), workspace, { recursive: true }));
  after(() => folder.remove());

  for (const host of ['node', 'web'] as const)
    describe(`in the ${host} host`, () => {
      let editor: Editor;
      before(async () => {
        editor = await startEditor({
          workspace,
          extension: root,
          host,
          trusted: false,
          userSettings: settings,
        });
      });
      after(() => editor.stop());

      it('its walkthrough opens beside the Welcome page, once', async () => {
        const page = await editor.openPage();
        await webview(page).getByRole('heading', { level: 1, name: title }).waitFor();
        await tab(page, 'Welcome').waitFor();
        assert.equal(await tab(page, title).count(), 1);
        await runCommand(page, 'View: Close All Editors');
        await tab(page, title).waitFor({ state: 'detached' });
        await reload(page);
        await isQuiet(page, title);
        await page.close();
      });

      it('a file that is open stays in front, and one notification asks until it is answered', async () => {
        const page = await editor.openPage({ file: server });
        await asked(page);
        await page.locator('.tab.active', { hasText: 'server.ts' }).waitFor();
        assert.equal(await page.locator('iframe.webview').count(), 0);
        assert.deepEqual(await notice(page).locator('.monaco-button').allInnerTexts(), [
          'Open',
          'Later',
          'Never Here',
        ]);
        await answer(page, 'Later');
        await reload(page);
        await asked(page);
        await answer(page, 'Never Here');
        await reload(page);
        await page.locator('.tab.active', { hasText: 'server.ts' }).waitFor();
        await isQuiet(page, title);
        await page.close();
      });

      it('the notification opens it', async () => {
        const page = await editor.openPage({ file: server });
        await asked(page);
        await answer(page, 'Open');
        await webview(page).getByRole('heading', { level: 1, name: title }).waitFor();
        await page.close();
      });
    });

  it('nothing opens where a person wants none anywhere', () =>
    withEditor({ workspace, userSettings: { 'leadlight.onboarding.firstOpen': false } }, async (editor) => {
      await isQuiet(await editor.openPage(), title);
    }));

  it('nothing opens without a folder', () =>
    withEditor({}, async (editor) => {
      await isQuiet(await editor.openPage(), undefined);
    }));

  it('a team that says never is heard, and of several folders the first one that has something opens', async () => {
    const team = (name: string, open: string) => {
      const path = join(folder.path, name);
      mkdirSync(join(path, '.leadlight'), { recursive: true });
      const walkthroughs = [
        { id: name, title: `The team of ${name}`, open, steps: [{ title: 'Say hello' }] },
      ];
      writeFileSync(join(path, '.leadlight/w.yaml'), JSON.stringify({ walkthroughs }));
      return path;
    };
    const never = team('never', 'never');
    await withEditor({ workspace: never }, async (editor) => {
      await isQuiet(await editor.openPage(), 'The team of never');
    });
    const folders = [never, team('cart', 'first-open'), team('payments', 'first-open')].map((path) => ({
      path,
    }));
    const several = join(folder.path, 'several.code-workspace');
    writeFileSync(several, JSON.stringify({ folders }));
    await withEditor({ workspace: several }, async (editor) => {
      const page = await editor.openPage();
      await webview(page).getByRole('heading', { level: 1, name: 'The team of cart' }).waitFor();
      await page.waitForTimeout(1_500);
      assert.equal(await page.locator('.tab', { hasText: 'The team of' }).count(), 1);
    });
  });
});
