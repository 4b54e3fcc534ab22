import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startEditor } from '../host/editor.mjs';
import { retry } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import {
  layReview,
  lineOf,
  money,
  type ReviewPage,
  reviewPage,
  reviewSettings,
  schema,
  shown,
  words,
} from './reviewPage';

const mostLines = 40;

describe('the keys of the view Review', () => {
  const folder = temporaryFolder();
  const workspace = join(folder.path, 'shop');
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Page;
  let view: ReviewPage;

  const press = (key: string) => page.keyboard.press(key);
  const focused = () => page.locator('.sidebar .monaco-list:focus .monaco-list-row.focused');
  /** Goes to a line of the view, with keys alone. */
  const goTo = async (text: string) => {
    await press('Escape');
    await press('Control+0');
    for (let tabs = 0; (await focused().count()) === 0; tabs += 1) {
      assert.ok(tabs < 20, 'the keyboard never came into the list');
      // The first key after a list got the keyboard puts it on a line.
      await press('Home');
      if ((await focused().count()) === 0) await press('Tab');
    }
    await press('Home');
    for (let line = 0; (await focused().filter({ hasText: text }).count()) === 0; line += 1) {
      assert.ok(line < mostLines, `no line of the view says ${text}`);
      await press('ArrowDown');
    }
  };
  /** What is said of a question after a key, and what is asked then. */
  const answer = (key: string, { to, is, note }: { to: string; is: string; note?: string }) =>
    retry(`answer with ${key}`, async () => {
      await goTo(to);
      await press(key);
      if (note !== undefined) {
        await view.input().waitFor(shown);
        await press('Control+A');
        await page.keyboard.type(note);
        await press('Enter');
      }
      await view.row(to, is).waitFor({ timeout: 5_000 });
    });

  before(async () => {
    layReview(workspace);
    editor = await startEditor({ workspace, extension: root, userSettings: reviewSettings });
    page = await editor.openPage();
    view = reviewPage(page);
    await retry('start the review', async () => {
      await view.command('Leadlight: Start Review');
      await view.row(money, 'open').waitFor(shown);
    });
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  it('answer in all four ways', async () => {
    await answer('p', { to: money, is: 'pass' });
    await answer('n', { to: schema, is: 'not applicable: New table', note: 'New table' });
    await answer('c', { to: words, is: 'concern: What now?', note: 'What now?' });
    await answer('o', { to: money, is: 'open' });
  });

  it('tick the box, and take that back', async () => {
    await retry('tick', async () => {
      await goTo(money);
      if (await view.row(money, 'open').isVisible()) await press('Space');
      await view.row(money, 'pass').waitFor({ timeout: 5_000 });
    });
    await retry('undo', async () => {
      await goTo(money);
      if (await view.row(money, 'pass').isVisible()) await press('Control+Z');
      await view.row(money, 'open').waitFor({ timeout: 5_000 });
    });
  });

  it('open the very lines behind a question', async () => {
    const line = lineOf(workspace, 'src/http/checkout.ts', 'notStaff');
    await retry('open the line', async () => {
      await goTo(words);
      await press('ArrowRight');
      await goTo(`src/http/checkout.ts:${line}`);
      await press('Enter');
      await page.locator('.tab.active', { hasText: 'checkout.ts' }).waitFor(shown);
      await page.locator('.part.statusbar', { hasText: `Ln ${line}, Col` }).waitFor({ timeout: 5_000 });
    });
  });

  it('open what changed in a file that is meant as a whole', async () => {
    await retry('open the file', async () => {
      await goTo(money);
      await press('ArrowRight');
      await view.row('src/cart/pricing.ts').waitFor({ timeout: 5_000 });
      await goTo('src/cart/pricing.ts');
      await press('Enter');
      const changed = page.locator('.monaco-diff-editor .editor.modified .view-line');
      await changed.filter({ hasText: 'staffPrice' }).waitFor(shown);
    });
  });

  it('open all that changed, file by file', async () => {
    await retry('open the changes', async () => {
      await goTo(words);
      await press('d');
      await page.locator('.tab.active', { hasText: words.slice(0, 40) }).waitFor(shown);
      await page.locator('.multiDiffEditor .view-line', { hasText: 'notStaff' }).first().waitFor(shown);
    });
  });

  it('lead through the questions, one at a time', async () => {
    const title = () => view.title().innerText(shown);
    await retry('answer the first question', async () => {
      await view.command('Leadlight: Guided Review');
      await view
        .title()
        .filter({ hasText: / of \d+: / })
        .waitFor(shown);
      const before = await title();
      // The first choice is Pass.
      await press('Enter');
      await page.waitForFunction(
        ([text]) => !['', text].includes(document.querySelector('.quick-input-title')?.textContent ?? ''),
        [before],
        shown,
      );
      const question = before.replace(/^\d+ of \d+: /, '');
      await view.row(question.slice(0, 40), 'pass').waitFor({ timeout: 5_000 });
    });
    const here = await title();
    await press('Escape');
    await retry('go on where one left', async () => {
      await view.command('Leadlight: Guided Review');
      await view.title().filter({ hasText: here }).waitFor({ timeout: 5_000 });
    });
    await press('Escape');
  });

  it('show the why and the code of a question on the way', async () => {
    const asked = view.title().filter({ hasText: money });
    await retry('come to the question', async () => {
      await view.command('Leadlight: Guided Review');
      for (let step = 0; !(await view.title().innerText(shown)).includes(money); step += 1) {
        assert.ok(step < mostLines, 'the guide never came to the question');
        await view.pick('Next');
        await page.waitForTimeout(300);
      }
      await view.pick('See the Why');
      await page.locator('.monaco-dialog-box', { hasText: 'ten minutes of accounting' }).waitFor(shown);
      await press('Enter');
      await asked.waitFor(shown);
      await view.pick('See the Code');
      await page.locator('.multiDiffEditor .view-line', { hasText: 'staffPrice' }).first().waitFor(shown);
      await asked.waitFor(shown);
    });
    await press('Escape');
  });
});
