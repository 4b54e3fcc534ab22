/** The view Review in an editor's page, as who has a keyboard alone uses it; for end-to-end tests. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { retry } from '../host/editorPage';
import { root } from '../host/setUp.mjs';

/** Questions of the sample workspace that fit what the branch of `layReview` changes. */
export const money = 'Do the parts of every division of money add up to the whole?';
export const schema = 'Does the running release work with the new schema?';
export const words = 'Does what customers read still say what happened, and what to do now?';
export const reason = 'Is the reason for the change written down where the next person will look?';

/** The other views would leave the view no room. */
export const reviewSettings = {
  'files.autoSave': 'off',
  'leadlight.here.enabled': false,
  'leadlight.debt.enabled': false,
};

export const shown = { timeout: 10_000 };

export type ReviewPage = ReturnType<typeof reviewPage>;

export function reviewPage(page: Page) {
  const input = () => page.locator('.quick-input-widget input').first();
  const choice = (text: string) =>
    page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: text });
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const pick = async (text: string) => {
    await input().fill(text);
    await choice(text).waitFor(shown);
    await page.keyboard.press('Enter');
  };
  return {
    input,
    clipboard,
    /** Chooses a line of the list that is open. */
    pick,
    /** A question in the view, with what is said of it. */
    row: (ask: string, said = '') =>
      page
        .locator('.sidebar .pane-body .monaco-list-row', { hasText: ask })
        .filter({ hasText: said })
        .first(),
    /** What stands above a list to choose from. */
    title: () => page.locator('.quick-input-title'),
    /** Runs a command by its title in the palette. */
    async command(title: string) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await input().fill(`>${title}`, shown);
      await choice(title).waitFor(shown);
      await page.keyboard.press('Enter');
    },
    /** Chooses a line of the list that asks so. */
    async choose(prompt: string, text: string) {
      await page.locator(`.quick-input-widget input[placeholder="${prompt}"]`).waitFor(shown);
      await pick(text);
    },
    /** Answers the box that asks so. */
    async type(prompt: string, text: string) {
      await page.locator('.quick-input-widget', { hasText: prompt }).waitFor(shown);
      await input().fill(text);
      await page.keyboard.press('Enter');
    },
    save: () =>
      retry('save', async () => {
        await page.keyboard.press('Control+S');
        await page.locator('.tab.active:not(.dirty)').waitFor({ timeout: 5_000 });
      }),
    /** Waits until that is in the clipboard. */
    async copied(text: string) {
      for (let look = 0; !(await clipboard()).includes(text); look += 1) {
        assert.ok(look < 50, `${text} was not copied`);
        await page.waitForTimeout(200);
      }
    },
  };
}

/** The sample as `main`, and a branch with changes to prices, to what customers read and to the schema. */
export function layReview(workspace: string): void {
  cpSync(join(root, 'test/workspaces/shop'), workspace, { recursive: true });
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Ines', '-c', 'user.email=ines@shop.example', ...args], {
      cwd: workspace,
    });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=The shop');
  git('switch', '--quiet', '--create', 'staff-prices');
  appendFileSync(
    join(workspace, 'src/cart/pricing.ts'),
    '\n/** A tenth less. */\nexport function staffPrice(price: Money): Money {\n  return times(price, 0.9);\n}\n',
  );
  git('commit', '--quiet', '--all', '--message=Staff pay a tenth less');
  appendFileSync(
    join(workspace, 'src/http/checkout.ts'),
    "\nexport const notStaff = { status: 403, message: 'This price is for staff.' };\n",
  );
  writeFileSync(
    join(workspace, 'src/db/migrations/0013_staff.sql'),
    'CREATE TABLE staff (email text PRIMARY KEY);\n',
  );
}

/** 1-based. */
export function lineOf(workspace: string, path: string, text: string): number {
  const lines = readFileSync(join(workspace, path), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}
