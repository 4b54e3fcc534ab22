import assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { startEditor } from '../host/editor.mjs';
import { reload, runCommand, webview } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { answer, isQuiet, waitForNotification } from './notifications';
import { listedWalkthrough, openWalkthroughList } from './walkthroughList';

type Editor = Awaited<ReturnType<typeof startEditor>>;
type EditorOptions = Parameters<typeof startEditor>[0];

const tab = (page: Page, name: string): Locator => page.locator('.tab', { hasText: name });
const title = 'Your first day in the shop';

const question = 'has a walkthrough for you';
const asked = (page: Page): Promise<Locator> => waitForNotification(page, question);

/** Runs with an editor that is stopped whatever happens. */
async function withEditor(options: EditorOptions, run: (editor: Editor) => Promise<void>): Promise<void> {
  const editor = await startEditor({ extension: root, ...options });
  try {
    await run(editor);
  } finally {
    await editor.stop();
  }
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
        await isQuiet(page, { walkthrough: title, text: question });
        await page.close();
      });

      it('a file that is open stays in front, and one notification asks until it is answered', async () => {
        const page = await editor.openPage({ file: server });
        const first = await asked(page);
        await page.locator('.tab.active', { hasText: 'server.ts' }).waitFor();
        assert.equal(await page.locator('iframe.webview').count(), 0);
        assert.deepEqual(await first.locator('.monaco-button').allInnerTexts(), [
          'Open',
          'Later',
          'Never Here',
        ]);
        await answer(first, 'Later');
        await reload(page);
        await answer(await asked(page), 'Never Here');
        await reload(page);
        await page.locator('.tab.active', { hasText: 'server.ts' }).waitFor();
        await isQuiet(page, { walkthrough: title, text: question });
        await page.close();
      });

      it('the notification opens it', async () => {
        const page = await editor.openPage({ file: server });
        await answer(await asked(page), 'Open');
        await webview(page).getByRole('heading', { level: 1, name: title }).waitFor();
        await page.close();
      });
    });

  it('nothing opens where a person wants none anywhere', () =>
    withEditor({ workspace, userSettings: { 'leadlight.onboarding.firstOpen': false } }, async (editor) => {
      await isQuiet(await editor.openPage(), { walkthrough: title, text: question });
    }));

  it('nothing opens without a folder', () =>
    withEditor({}, async (editor) => {
      await isQuiet(await editor.openPage(), { text: question });
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
      await isQuiet(await editor.openPage(), { walkthrough: 'The team of never', text: question });
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

  it('a primary tour of CodeTour opens where it is meant to be played, and is not offered elsewhere', async () => {
    const path = join(folder.path, 'tours');
    mkdirSync(join(path, '.tours'), { recursive: true });
    for (const [name, when] of [
      ['Elsewhere', '!isWeb'],
      ['In a browser', 'isWeb && (isLinux || isMac || isWindows)'],
    ] as const) {
      const tour = { title: name, isPrimary: true, when, steps: [{ description: 'Hello.' }] };
      writeFileSync(join(path, '.tours', `${name}.tour`), JSON.stringify(tour));
    }
    await withEditor({ workspace: path, trusted: false }, async (editor) => {
      const page = await editor.openPage();
      await webview(page).getByRole('heading', { level: 1, name: 'In a browser' }).waitFor();
      await openWalkthroughList(page);
      await listedWalkthrough(page, 'In a browser').waitFor();
      assert.equal(await listedWalkthrough(page, 'Elsewhere').count(), 0);
    });
  });
});
