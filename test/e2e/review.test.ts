import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startEditor } from '../host/editor.mjs';
import { goTo, openFile, retry, screenshot } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { picturePath } from './pictures';

const money = 'Do the parts of every division of money add up to the whole?';
const schema = 'Does the running release work with the new schema?';
const words = 'Does what customers read still say what happened, and what to do now?';
const reason = 'Is the reason for the change written down where the next person will look?';

describe('a review in the sample workspace, with the keyboard alone', () => {
  const folder = temporaryFolder();
  const workspace = join(folder.path, 'shop');
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Page;
  let untouched = '';
  const priceText = () => readFileSync(join(workspace, 'src/cart/pricing.ts'), 'utf8');

  /** A question in the view, with what is said of it. */
  const row = (ask: string, said = '') =>
    page.locator('.sidebar .pane-body .monaco-list-row', { hasText: ask }).filter({ hasText: said }).first();
  const input = () => page.locator('.quick-input-widget input').first();
  const choice = (text: string) =>
    page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: text });
  const shown = { timeout: 10_000 };

  const command = async (title: string) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await input().fill(`>${title}`, shown);
    await choice(title).waitFor(shown);
    await page.keyboard.press('Enter');
  };
  const choose = async (prompt: string, text: string) => {
    await page.locator(`.quick-input-widget input[placeholder="${prompt}"]`).waitFor(shown);
    await input().fill(text);
    await choice(text).waitFor(shown);
    await page.keyboard.press('Enter');
  };
  const type = async (prompt: string, text: string) => {
    await page.locator('.quick-input-widget', { hasText: prompt }).waitFor(shown);
    await input().fill(text);
    await page.keyboard.press('Enter');
  };
  const title = () => page.locator('.quick-input-title');
  const pick = async (text: string) => {
    await input().fill(text);
    await choice(text).waitFor(shown);
    await page.keyboard.press('Enter');
  };
  const save = () =>
    retry('save', async () => {
      await page.keyboard.press('Control+S');
      await page.locator('.tab.active:not(.dirty)').waitFor({ timeout: 5_000 });
    });
  /** Waits until that is in the clipboard. */
  const copied = async (text: string) => {
    for (let look = 0; !(await clipboard()).includes(text); look += 1) {
      assert.ok(look < 50, `${text} was not copied`);
      await page.waitForTimeout(200);
    }
  };
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

  before(async () => {
    cpSync(join(root, 'test/workspaces/shop'), workspace, { recursive: true });
    layBranch(workspace);
    // The other views would leave it no room.
    const userSettings = {
      'files.autoSave': 'off',
      'leadlight.here.enabled': false,
      'leadlight.debt.enabled': false,
    };
    editor = await startEditor({ workspace, extension: root, userSettings });
    page = await editor.openPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  it('starts with the questions that fit the diff', async () => {
    await retry('start the review', async () => {
      await command('Leadlight: Start Review');
      await row(money, 'open').waitFor(shown);
    });
    await row(schema, 'open').waitFor();
    await row(words, 'open').waitFor();
    await page
      .locator('.sidebar .message', { hasText: 'Changes of staff-prices since main: 3 files' })
      .waitFor();
    assert.equal(await row('A new dependency.').isVisible(), false);
  });

  it('is answered in all four ways', async () => {
    await retry('pass', async () => {
      await command('Leadlight: Answer: Pass');
      await choose('Which question?', money);
      await row(money, 'pass').waitFor(shown);
    });
    await retry('say that it does not apply', async () => {
      await command('Leadlight: Answer: Not Applicable...');
      await choose('Which question?', schema);
      await type('Why does it not apply here?', 'The table is new');
      await row(schema, 'not applicable: The table is new').waitFor(shown);
    });
    await retry('have a concern, one question after the other', async () => {
      await command('Leadlight: Guided Review');
      for (let step = 0; !(await title().innerText(shown)).includes(words); step += 1) {
        assert.ok(step < 30, 'the guide never came to the question');
        const before = await title().innerText();
        await pick('Next');
        await page.waitForFunction(
          ([text]) => document.querySelector('.quick-input-title')?.textContent !== text,
          [before],
          shown,
        );
      }
      await pick('Concern...');
      await type('What is your concern?', 'Nobody says what to do now');
      await row(words, 'concern: Nobody says what to do now').waitFor(shown);
    });
    await page.keyboard.press('Escape');
    await row(reason, 'open').waitFor();
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
    await save();
    await row(money, 'stale, was pass').waitFor({ timeout: 60_000 });
    await row(schema, 'not applicable: The table is new').waitFor();
    await row(words, 'concern: Nobody says what to do now').waitFor();
    await screenshot(page, picturePath('review', { forReadme: true }));
  });

  it('has the answer back once the code is what it was', async () => {
    await retry('take the edit back', async () => {
      await openFile(page, 'src/cart/pricing.ts');
      await page.keyboard.press('Control+Z');
      await save();
      assert.equal(priceText(), untouched);
    });
    await row(money, 'pass').filter({ hasNotText: 'stale' }).waitFor({ timeout: 60_000 });
  });

  it('is copied, edited by hand, and read back', async () => {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await retry('copy the review', async () => {
      await command('Leadlight: Copy Review for the Pull Request');
      await copied('<!-- /leadlight:review -->');
    });
    const block = await clipboard();
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
      await command('Leadlight: Read Review from Clipboard');
      await row(reason, 'pass').waitFor(shown);
    });
    await row(money, 'pass').waitFor();
  });

  it('has a concern that follows its line', async () => {
    await openFile(page, 'src/http/checkout.ts');
    const line = lineOf(workspace, 'src/http/checkout.ts', 'notStaff');
    const comment = page.locator('.review-widget', { hasText: 'What may they do instead?' }).first();
    await retry('raise a concern', async () => {
      await goTo(page, line, 1);
      await command('Leadlight: Raise a Concern');
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
    await save();
    const added = lineOf(workspace, 'src/http/checkout.ts', 'notStaff');
    assert.ok(added > line);
    await retry('see where it is', async () => {
      await command('Leadlight: Show Concerns');
      await choose('Which concern?', 'What may they do instead?');
      await page.locator('.part.statusbar', { hasText: `Ln ${added}, Col` }).waitFor(shown);
    });
  });

  it('helps to word a comment', async () => {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await retry('word it', async () => {
      await command('Leadlight: Help Me Word This');
      await page.locator('.quick-input-widget', { hasText: 'DH6' }).waitFor(shown);
      await page.keyboard.press('Enter');
      await type('What do you answer?', 'A tenth less.');
      await type('What is the central point', 'A cent is lost on every third order');
      await type('What do you ask for', 'Round once, at the end');
      await pick('suggestion');
      await pick('non-blocking');
      await pick('Copy');
      await copied('suggestion');
    });
    const text = await clipboard();
    assert.match(text, /^suggestion \(non-blocking\): /m);
    for (const part of ['> A tenth less.', 'A cent is lost on every third order', 'Round once, at the end'])
      assert.ok(text.includes(part), text);
  });
});

/** The sample as `main`, and a branch with changes to prices, to what customers read and to the schema. */
function layBranch(cwd: string): void {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Ines', '-c', 'user.email=ines@shop.example', ...args], { cwd });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=The shop');
  git('switch', '--quiet', '--create', 'staff-prices');
  appendFileSync(
    join(cwd, 'src/cart/pricing.ts'),
    '\n/** A tenth less. */\nexport function staffPrice(price: Money): Money {\n  return times(price, 0.9);\n}\n',
  );
  git('commit', '--quiet', '--all', '--message=Staff pay a tenth less');
  appendFileSync(
    join(cwd, 'src/http/checkout.ts'),
    "\nexport const notStaff = { status: 403, message: 'This price is for staff.' };\n",
  );
  writeFileSync(
    join(cwd, 'src/db/migrations/0013_staff.sql'),
    'CREATE TABLE staff (email text PRIMARY KEY);\n',
  );
}

/** 1-based. */
function lineOf(workspace: string, path: string, text: string): number {
  const lines = readFileSync(join(workspace, path), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}
