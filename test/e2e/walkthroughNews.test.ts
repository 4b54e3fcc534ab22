import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { startEditor } from '../host/editor.mjs';
import { reload, runCommand, webview } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { answer, isQuiet, waitForNotification } from './notifications';

interface Written {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
}

const title = 'Our first day';
const told = 'since your last visit';
const hello: Written = { id: 'hello', title: 'Say hello' };
const ask: Written = { id: 'ask', title: 'Ask your questions', text: 'At ten.' };
const later: Written = { ...ask, text: 'At noon.' };
const meet: Written = { id: 'meet', title: 'Where we meet' };
/** So many that a page which the editor kept is not filled yet when the news is known. */
const rest = Array.from({ length: 400 }, (_, index): Written => ({
  id: `part-${index}`,
  title: `Part ${index}`,
  text: '**Read** [this](docs/a.md).\n\n'.repeat(40),
}));

describe('a walkthrough that changed while nobody was there', () => {
  const folder = temporaryFolder();
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Page;
  const player = (): FrameLocator => webview(page);
  const step = (name: string): Locator => player().locator('nav button', { hasText: name });
  const write = (steps: readonly Written[]): void => {
    const walkthroughs = [{ id: 'day', title, open: 'first-open', steps: [...steps, ...rest] }];
    writeFileSync(join(folder.path, '.leadlight/w.yaml'), JSON.stringify({ walkthroughs }));
  };
  const quiet = () => isQuiet(page, { walkthrough: title, text: told });

  before(async () => {
    mkdirSync(join(folder.path, '.leadlight'));
    write([hello, ask]);
    editor = await startEditor({ workspace: folder.path, extension: root, trusted: false });
    page = await editor.openPage();
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  it('says nothing before it has changed', async () => {
    await step('Say hello').waitFor();
    await player().getByRole('button', { name: 'I have done this' }).click();
    await step('Say hello').filter({ hasText: 'done' }).waitFor();
    await runCommand(page, 'View: Close All Editors');
    await page.locator('.tab', { hasText: title }).waitFor({ state: 'detached' });
    await reload(page);
    await quiet();
  });

  it('says what is new in one notification when the window opens, and opens nothing by itself', async () => {
    await reload(page, () => write([meet, hello, later]));
    const notification = await waitForNotification(page, told);
    await notification
      .getByText(`${title}: 1 step is new and 1 changed since your last visit.`)
      .first()
      .waitFor();
    assert.deepEqual(await notification.locator('.monaco-button').allInnerTexts(), ['Show', 'Not Now']);
    assert.equal(await page.locator('iframe.webview').count(), 0);
    await answer(notification, 'Not Now');
  });

  it('never says the same again', async () => {
    await reload(page);
    await quiet();
  });

  it('says what changed again, and shows it without starting over', async () => {
    await reload(page, () => write([meet, hello, ask, { id: 'leave', title: 'When we leave' }]));
    const notification = await waitForNotification(page, `${title}: 2 steps are new since your last visit.`);
    await answer(notification, 'Show');
    await player().getByText('2 steps are new since your last visit.').waitFor();
    await step('Say hello').filter({ hasText: /done$/ }).waitFor();
    await step('When we leave').filter({ hasText: 'new' }).waitFor();
    await player().getByText('1 of 404 steps done').waitFor();
  });

  it('says nothing to who sees it on the page anyhow', async () => {
    await reload(page, () => write([meet, hello, later]));
    await player().getByText('1 step is new and 1 changed since your last visit.').waitFor();
    await page.waitForTimeout(1_500);
    await runCommand(page, 'Notifications: Show Notifications');
    const notices = page.locator('.notifications-center .notification-list-item', { hasText: told });
    assert.equal(await notices.count(), 0);
  });
});
