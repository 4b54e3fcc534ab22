import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { findGit } from '../../src/node/git/findGit';
import { startEditor } from '../host/editor.mjs';
import { retry } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { layReview, money, type ReviewPage, reviewPage, reviewSettings, shown } from './reviewPage';

describe("a review in the editor's window", () => {
  const folder = temporaryFolder();
  const workspace = join(folder.path, 'shop');
  const saved = join(workspace, 'review.json');
  /** While this file is there, git waits. */
  const hold = join(folder.path, 'hold');
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Page;
  let view: ReviewPage;

  const bar = (sentence: string) =>
    page.locator(`.part.statusbar .statusbar-item[aria-label^="Leadlight: ${sentence}"]`).first();
  const canStart = () => bar('Start a review').waitFor({ timeout: 60_000 });
  /** In the list of notifications: an editor that tests drive shows none beside it. */
  const stop = async () => {
    const notice = page.locator('.notifications-center .notification-list-item', {
      hasText: 'Looking at what changed',
    });
    await view.command('Notifications: Show Notifications');
    await notice.locator('.monaco-button', { hasText: 'Cancel' }).click(shown);
    await notice.waitFor({ ...shown, state: 'hidden' });
  };

  before(async () => {
    layReview(workspace);
    editor = await startEditor({
      workspace,
      extension: root,
      userSettings: reviewSettings,
      programs: await layGit(join(folder.path, 'programs'), hold),
    });
    page = await editor.openPage();
    view = reviewPage(page);
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  it('waits for nothing where a slow start is stopped', async () => {
    await canStart();
    writeFileSync(hold, '');
    await bar('Start a review').click(shown);
    await retry('stop the start', stop);
    await bar('Start a review').waitFor(shown);
    rmSync(hold);
  });

  it('is started from the status bar, which then tells how far it is', async () => {
    await retry('start', async () => {
      await bar('Start a review').click(shown);
      await view.row(money, 'open').waitFor(shown);
    });
    await bar('Review: 0 of ').waitFor(shown);
  });

  it('stays as it was where another start is stopped', async () => {
    writeFileSync(hold, '');
    appendFileSync(join(workspace, 'src/cart/pricing.ts'), '// later\n');
    await retry('start', () => view.command('Leadlight: Start Review'));
    await retry('stop the start', stop);
    await view.row(money, 'open').waitFor(shown);
    rmSync(hold);
    await retry('end the review', async () => {
      await view.command('Leadlight: End Review');
      await bar('Start a review').waitFor(shown);
    });
  });

  it('is started from the menu of Source Control', async () => {
    await retry('start from the menu', async () => {
      await page.keyboard.press('Control+Shift+G');
      const changes = page.locator('.sidebar .pane-header', { hasText: 'Changes' });
      await changes.locator('.codicon-toolbar-more').click(shown);
      await page.locator('.monaco-menu .action-label', { hasText: 'Start Review' }).click(shown);
      await view.row(money, 'open').waitFor(shown);
    });
  });

  it('is offered beside the button for a commit', async () => {
    await retry('open the list of the button', async () => {
      await page.keyboard.press('Control+Shift+G');
      await page.locator('.sidebar .monaco-button-dropdown .monaco-dropdown-button').click(shown);
      const offered = page.locator('.monaco-menu .action-label', { hasText: 'Commit & Review' });
      await offered.waitFor(shown);
      await page.keyboard.press('Escape');
      await view.command('Leadlight: Focus on Review View');
    });
  });

  it('is saved where a dialog says, and nowhere if it is left', async () => {
    const open = async () => {
      await view.command('Leadlight: Save Review as JSON...');
      await page.waitForFunction(isOffered, '/review.json', shown);
    };
    await retry('leave the dialog', async () => {
      await open();
      await page.keyboard.press('Escape');
      await view.input().waitFor({ ...shown, state: 'hidden' });
    });
    assert.equal(existsSync(saved), false);
    await retry('save the review', async () => {
      await open();
      await page.keyboard.press('Enter');
      for (let look = 0; !existsSync(saved); look += 1) {
        assert.ok(look < 50, 'it was not saved');
        await page.waitForTimeout(200);
      }
    });
    const { base, items } = JSON.parse(readFileSync(saved, 'utf8')) as {
      readonly base: string;
      readonly items: readonly { readonly ask: string }[];
    };
    assert.equal(base, 'main');
    assert.ok(items.some(({ ask }) => ask === money));
    rmSync(saved);
  });

  it('brings all answers back where starting over is undone', async () => {
    await retry('pass', async () => {
      await view.command('Leadlight: Answer: Pass');
      await view.choose('Which question?', money);
      await view.row(money, 'pass').waitFor(shown);
    });
    await retry('start over', async () => {
      await view.command('Leadlight: Start the Review Over...');
      await page.locator('.monaco-dialog-box', { hasText: 'Take back all answers' }).waitFor(shown);
      await page.keyboard.press('Enter');
      await view.row(money, 'open').waitFor(shown);
    });
    await retry('undo it', async () => {
      await view.command('Leadlight: Undo the Last Answer');
      await view.row(money, 'pass').waitFor(shown);
    });
  });

  it('opens one diff where the editor cannot show several', async () => {
    const older = await editor.openPage({ prepare: withoutChanges });
    const view = reviewPage(older);
    await retry('see the changes', async () => {
      await view.command('Leadlight: Start Review');
      await view.row(money).waitFor(shown);
      await view.command('Leadlight: Open Changes of a Question');
      await view.choose('Which question?', money);
      await older.locator('.tab.active', { hasText: 'pricing.ts' }).waitFor(shown);
    });
    await older
      .locator('.monaco-diff-editor .editor.modified .view-line', { hasText: 'staffPrice' })
      .waitFor();
    assert.equal(await older.locator('.multiDiffEditor').count(), 0);
    await older.close();
  });
});

/** A folder with a `git` that waits while a file is there, and is the real one otherwise. */
async function layGit(folder: string, hold: string): Promise<string> {
  const git = await findGit(process.env);
  assert.ok(git);
  mkdirSync(folder);
  const script = `#!/bin/sh\nwhile [ -e '${hold}' ]; do sleep 0.1; done\nexec '${git}' "$@"\n`;
  writeFileSync(join(folder, 'git'), script, { mode: 0o755 });
  return folder;
}

/** An editor without its diff of several files: what asks for it fails. */
async function withoutChanges(page: Page): Promise<void> {
  await page.route('**/workbench.js', async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    const without = script.replace(
      'registerCommand("_workbench.changes"',
      'registerCommand("_workbench.gone"',
    );
    assert.notEqual(without, script);
    await route.fulfill({ response, body: without });
  });
}

/** Runs in the page: whether a dialog offers a file whose path ends so. */
function isOffered(path: string): boolean {
  const input = document.querySelector<HTMLInputElement>('.quick-input-widget input');
  return input?.value.endsWith(path) ?? false;
}
