import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startEditor } from '../host/editor.mjs';
import { goTo, openFile, retry, screenshot } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { picturePath } from './pictures';
import {
  layReview,
  lineOf,
  money,
  reason,
  type ReviewPage,
  reviewPage,
  reviewSettings,
  schema,
  shown,
  words,
} from './reviewPage';

describe('a review in the sample workspace, with the keyboard alone', () => {
  const folder = temporaryFolder();
  const workspace = join(folder.path, 'shop');
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Page;
  let untouched = '';
  const priceText = () => readFileSync(join(workspace, 'src/cart/pricing.ts'), 'utf8');

  let view: ReviewPage;

  before(async () => {
    layReview(workspace);
    editor = await startEditor({ workspace, extension: root, userSettings: reviewSettings });
    page = await editor.openPage();
    view = reviewPage(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  it('starts with the questions that fit the diff', async () => {
    await retry('start the review', async () => {
      await view.command('Leadlight: Start Review');
      await view.row(money, 'open').waitFor(shown);
    });
    await view.row(schema, 'open').waitFor();
    await view.row(words, 'open').waitFor();
    await page
      .locator('.sidebar .message', { hasText: 'Changes of staff-prices since main: 3 files' })
      .waitFor();
    assert.equal(await view.row('A new dependency.').isVisible(), false);
  });

  it('is answered in all four ways', async () => {
    await retry('pass', async () => {
      await view.command('Leadlight: Answer: Pass');
      await view.choose('Which question?', money);
      await view.row(money, 'pass').waitFor(shown);
    });
    await retry('say that it does not apply', async () => {
      await view.command('Leadlight: Answer: Not Applicable...');
      await view.choose('Which question?', schema);
      await view.type('Why does it not apply here?', 'The table is new');
      await view.row(schema, 'not applicable: The table is new').waitFor(shown);
    });
    await retry('have a concern, one question after the other', async () => {
      await view.command('Leadlight: Guided Review');
      for (let step = 0; !(await view.title().innerText(shown)).includes(words); step += 1) {
        assert.ok(step < 30, 'the guide never came to the question');
        const before = await view.title().innerText();
        await view.pick('Next');
        await page.waitForFunction(
          ([text]) => document.querySelector('.quick-input-title')?.textContent !== text,
          [before],
          shown,
        );
      }
      await view.pick('Concern...');
      await view.type('What is your concern?', 'Nobody says what to do now');
      await view.row(words, 'concern: Nobody says what to do now').waitFor(shown);
    });
    await page.keyboard.press('Escape');
    await view.row(reason, 'open').waitFor();
  });

  it('shows an answer as stale once its code changes, and leaves the others alone', async () => {
    untouched = priceText();
    await openFile(page, 'src/cart/pricing.ts');
    await retry('edit the price', async () => {
      await goTo(page, lineOf(workspace, 'src/cart/pricing.ts', 'times(price, 0.9)'), 1);
      await page.keyboard.press('End');
      await page.keyboard.type(' // for now');
      await page.locator('.view-line', { hasText: 'for now' }).waitFor(shown);
    });
    await view.save();
    await view.row(money, 'stale, was pass').waitFor({ timeout: 60_000 });
    await view.row(schema, 'not applicable: The table is new').waitFor();
    await view.row(words, 'concern: Nobody says what to do now').waitFor();
    await page.locator('.activitybar .badge[aria-label*=" open, 1 stale"]').waitFor();
    await page.locator('.sidebar .pane-header', { hasText: /Review\s*2 of \d+ answered/ }).waitFor();
    await screenshot(page, picturePath('review', { forReadme: true }));
  });

  it('has the answer back once the code is what it was', async () => {
    await retry('take the edit back', async () => {
      await openFile(page, 'src/cart/pricing.ts');
      await page.keyboard.press('Control+Z');
      await view.save();
      assert.equal(priceText(), untouched);
    });
    await view.row(money, 'pass').filter({ hasNotText: 'stale' }).waitFor({ timeout: 60_000 });
  });

  it('is copied, edited by hand, and read back', async () => {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await retry('copy the review', async () => {
      await view.command('Leadlight: Copy Review for the Pull Request');
      await view.copied('<!-- /leadlight:review -->');
    });
    const block = await view.clipboard();
    assert.match(block, /^- \[x\] Do the parts of every division of money/m);
    assert.match(block, /^- .*Does the running release work with the new schema/m);
    assert.match(block, /Nobody says what to do now/);
    const ticked = block.replace(/^- \[ \] (?=Is the reason for the change)/m, '- [x] ');
    assert.notEqual(ticked, block);
    await page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      `What I did.\r\n\r\n${ticked}\r\nThanks!`,
    );
    await retry('read it back', async () => {
      await view.command('Leadlight: Read Review from Clipboard');
      await view.row(reason, 'pass').waitFor(shown);
    });
    await view.row(money, 'pass').waitFor();
  });

  it('has a concern that follows its line', async () => {
    await openFile(page, 'src/http/checkout.ts');
    const line = lineOf(workspace, 'src/http/checkout.ts', 'notStaff');
    const comment = page.locator('.review-widget', { hasText: 'What may they do instead?' }).first();
    await retry('raise a concern', async () => {
      await goTo(page, line, 1);
      await view.command('Leadlight: Raise a Concern');
      await page.locator('.review-widget .monaco-editor.focused').waitFor(shown);
      await page.keyboard.type('What may they do instead?');
      await page.keyboard.press('Control+Enter');
      await comment.locator('.comment-body').waitFor(shown);
    });
    await page.keyboard.press('Escape');
    await retry('insert a line far above', async () => {
      await goTo(page, 1, 1);
      await page.keyboard.type('// at the till');
      await page.keyboard.press('Enter');
      await page.locator('.tab.active.dirty').waitFor(shown);
    });
    await view.save();
    const added = lineOf(workspace, 'src/http/checkout.ts', 'notStaff');
    assert.ok(added > line);
    await retry('see where it is', async () => {
      await view.command('Leadlight: Show Concerns');
      await view.choose('Which concern?', 'What may they do instead?');
      await page.locator('.part.statusbar', { hasText: `Ln ${added}, Col` }).waitFor(shown);
    });
    await retry('copy it with the review', async () => {
      await view.command('Leadlight: Copy Review for the Pull Request');
      await view.copied(`- src/http/checkout.ts:${added}\n  > What may they do instead?`);
    });
  });

  it('helps to word a comment', async () => {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await retry('word it', async () => {
      await view.command('Leadlight: Help Me Word This');
      await page.locator('.quick-input-widget', { hasText: 'DH6' }).waitFor(shown);
      await page.keyboard.press('Enter');
      await view.type('What do you answer?', 'A tenth less.');
      await view.type('What is the central point', 'A cent is lost on every third order');
      await view.type('What do you ask for', 'Round once, at the end');
      await view.pick('suggestion');
      await view.pick('non-blocking');
      await view.pick('Copy');
      await view.copied('suggestion');
    });
    const text = await view.clipboard();
    assert.match(text, /^suggestion \(non-blocking\): /m);
    for (const part of ['> A tenth less.', 'A cent is lost on every third order', 'Round once, at the end'])
      assert.ok(text.includes(part), text);
  });
});
