import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { assertAccessible, chooseKind, themes, type ThemeKind } from '../host/accessibility';
import { startEditor } from '../host/editor.mjs';
import { goTo, hoverAt, openFile, retry, runCommand, screenshot, webview } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { picturePath } from './pictures';

for (const host of ['node', 'web'] as const) {
  describe(`guidance that is written in the ${host} extension host`, () => {
    const folder = temporaryFolder();
    const workspace = join(folder.path, 'shop');
    const picture = (name: string) =>
      picturePath(host === 'node' ? name : `${name}-web`, { forReadme: host === 'node' });
    let editor: Awaited<ReturnType<typeof startEditor>>;
    let page: Page;
    const input = () => page.locator('.quick-input-widget input[type="text"]');
    const preview = () => webview(page);

    const guidance = join(workspace, '.leadlight/guidance.yaml');
    const byHand = join(workspace, '.leadlight/by-hand.yaml');
    const uses = join(workspace, '.leadlight/uses.yaml');
    const everyPart = join(workspace, '.leadlight/every-part.yaml');
    /** Asks what can be written here, and takes one of it. */
    const complete = async (label: string) => {
      const row = page.locator('.suggest-widget .monaco-list-row', { hasText: label }).first();
      await retry(`complete ${label}`, async () => {
        await page.keyboard.press('Control+Space');
        await row.waitFor({ timeout: 5_000 });
      });
      return row;
    };

    before(async () => {
      cpSync(join(root, 'test/workspaces/shop'), workspace, { recursive: true });
      writeFileSync(byHand, '');
      writeFileSync(
        uses,
        'checklists:\n  - id: by-hand\n    title: By hand\n    items: [{ ask: Is it a line?, philosophy: logs-are-lines }]\n',
      );
      writeFileSync(everyPart, withEveryPart);
      editor = await startEditor({ workspace, extension: root, host, trusted: true });
      page = await editor.openPage();
      // It opens by itself, and would come between whenever it is ready.
      await page.locator('.tab', { hasText: 'Your first day' }).waitFor({ timeout: 60_000 });
      await runCommand(page, 'View: Close All Editors');
      // Two editors and a page stand beside each other.
      await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    });
    after(async () => {
      await editor?.stop();
      folder.remove();
    });

    it('is drafted from a selection, and its card then shows on that selection', async () => {
      await openFile(page, 'src/payments/acquirer.ts');
      await goTo(page, 51, 36);
      await page.keyboard.press('Control+D');
      // Escape, with which other commands begin, would take the selection away.
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').first().fill('>Leadlight: Write Down a Philosophy...');
      await page
        .locator('.quick-input-widget .monaco-list-row', { hasText: 'Write Down a Philosophy' })
        .click();
      await page
        .locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'What to avoid' })
        .waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-title', { hasText: 'Write Down a Philosophy' }).waitFor();
      await page
        .locator('.quick-input-message', { hasText: 'It will show on setTimeout in **/*.ts.' })
        .waitFor();
      assert.equal(await input().inputValue(), 'Avoid setTimeout');
      await input().fill('Waits are passed in');
      await page.keyboard.press('Enter');
      await page.locator('.tab.active', { hasText: 'guidance.yaml' }).waitFor();
      // The cursor stands at the why.
      await page.keyboard.type('A test that waits for real is the one that fails at ten to midnight.');
      const hover = await hoverAt(page, { text: 'setTimeout' }, 'fails at ten to midnight');
      assert.match(hover.text, /Waits are passed in/);
    });

    it('is previewed beside its source, while it is typed', async () => {
      await page.locator('.tab', { hasText: 'guidance.yaml' }).first().click();
      await runCommand(page, 'File: Save All');
      await until(
        () => readFileSync(guidance, 'utf8'),
        (text) => text.includes('ten to midnight.'),
      );
      await runCommand(page, 'View: Close All Editors');
      await openFile(page, '.leadlight/guidance.yaml');
      const lines = readFileSync(guidance, 'utf8').split('\n');
      const why = lines.findIndex((line) => line.includes('ten to midnight.')) + 1;
      await goTo(page, why, 1);
      await runCommand(page, 'Leadlight: Preview Entry');
      await preview().getByText('fails at ten to midnight.').waitFor();
      await preview().getByText('Waits are passed in').waitFor();
      await page.locator('.tab', { hasText: 'guidance.yaml' }).first().click();
      await page.keyboard.press('End');
      await page.keyboard.type(' It is slow, too.');
      await preview().getByText('ten to midnight. It is slow, too.').waitFor();
      await page.keyboard.press('Home');
      await screenshot(page, picture('preview'));
      // Half-written: the last card stays, and says so.
      await goTo(page, why - 2, 1);
      await page.keyboard.press('End');
      await page.keyboard.type(': b');
      const stale = preview().getByRole('main').getByText('This is the last card that could be read.');
      await stale.waitFor();
      await preview().getByText('It is slow, too.').waitFor();
      for (const key of ['Backspace', 'Backspace', 'Backspace']) await page.keyboard.press(key);
      await stale.waitFor({ state: 'hidden' });
      await runCommand(page, 'File: Save All');
    });

    it('says above each entry what it governs', async () => {
      await runCommand(page, 'View: Close All Editors');
      await openFile(page, '.leadlight/guidance.yaml');
      await goTo(page, 1, 1);
      await page
        .locator('.codelens-decoration', { hasText: /governs \d+ files/ })
        .first()
        .waitFor();
      await screenshot(page, picture('lens'));
    });

    it('is written by hand, with what can be written there', async () => {
      await runCommand(page, 'View: Close All Editors');
      await openFile(page, '.leadlight/by-hand.yaml');
      await page.keyboard.type('phil');
      await (await complete('philosophies')).click();
      await page.keyboard.type('id');
      await (await complete('id')).click();
      await page.keyboard.type('logs-are-lines');
      await page.keyboard.press('Escape');
      for (const line of [
        '  titel: Logs are lines',
        'why: A machine reads them before anybody does.',
        'applies:',
      ]) {
        // A suggestion that appears late would take Enter for itself.
        await page.keyboard.press('Control+Enter');
        await page.keyboard.type(line);
        await page.keyboard.press('Escape');
      }
      await page.keyboard.press('Control+Enter');
      await page.keyboard.type('  fi');
      await (await complete('files')).click();
      await page.keyboard.type('**/');
      const glob = await complete('**/*.ts');
      await screenshot(page, picture('completion'));
      await glob.click();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Enter');
      await page.keyboard.type('symbols: process.stdout.write');
      await page.keyboard.press('Escape');
      await runCommand(page, 'File: Save All');
      await until(
        () => readFileSync(byHand, 'utf8'),
        (text) => text.includes('symbols: process.stdout.write'),
      );
      assert.equal(
        readFileSync(byHand, 'utf8').trimEnd(),
        `philosophies:
  - id: logs-are-lines
    titel: Logs are lines
    why: A machine reads them before anybody does.
    applies:
      files: ["**/*.ts"]
      symbols: process.stdout.write`,
      );
    });

    it('is mended where a word is misspelled', async () => {
      await goTo(page, 3, 7);
      const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Change to "title"' });
      await retry('see the fix', async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+.');
        await fix.waitFor({ timeout: 5_000 });
      });
      await fix.click();
      await page.locator('.view-line', { hasText: 'title:' }).first().waitFor();
    });

    it('has another name wherever it is named, once it is renamed', async () => {
      await goTo(page, 2, 12);
      const box = page.locator('.rename-box input');
      await retry('rename', async () => {
        await page.keyboard.press('F2');
        await box.waitFor({ timeout: 5_000 });
      });
      await box.fill('logs-go-out-at-one-door');
      await page.keyboard.press('Enter');
      await page.locator('.view-line', { hasText: 'logs-go-out-at-one-door' }).first().waitFor();
      await runCommand(page, 'File: Save All');
      await until(
        () => readFileSync(uses, 'utf8'),
        (text) => text.includes('philosophy: logs-go-out-at-one-door'),
      );
      assert.match(
        readFileSync(byHand, 'utf8'),
        /^philosophies:\n {2}- id: logs-go-out-at-one-door\n {4}title: Logs are lines\n/,
      );
    });

    it('shows on the code that it is about', async () => {
      await openFile(page, 'src/log.ts');
      const hover = await hoverAt(
        page,
        { text: 'process.stdout' },
        'A machine reads them before anybody does',
      );
      assert.match(hover.text, /Logs are lines/);
    });

    it('is previewed for everybody, whatever the theme', async () => {
      await runCommand(page, 'View: Close All Editors');
      await openFile(page, '.leadlight/every-part.yaml');
      await goTo(page, 2, 1);
      await runCommand(page, 'Leadlight: Preview Entry');
      await preview().getByText('It is deprecated').waitFor();
      await assertAccessible(preview(), 'a card and what is said of it');
      await page.locator('.tab', { hasText: 'every-part.yaml' }).first().click();
      await page.keyboard.press('End');
      await page.keyboard.type(': b');
      const stale = 'This is the last card that could be read.';
      await preview().getByRole('main').getByText(stale).waitFor();
      // Who sees it does not read it twice.
      const said = await preview().getByRole('status').filter({ hasText: stale }).boundingBox();
      assert.ok(said!.height <= 1);
      for (const kind of Object.keys(themes) as ThemeKind[]) {
        await chooseKind(page, kind, preview());
        await assertAccessible(preview(), `a card that is stale, in ${themes[kind]}`);
        await screenshot(page, picture(`preview-${kind}`));
      }
    });
  });
}

/** A card with all that one can have; it is deprecated, so that it is on no code. */
const withEveryPart = `philosophies:
  - id: every-part
    title: Every part
    why: |
      Because of [the pool](src/db/pool.ts), \`a name\`, **two** of *three*, and

      > what somebody said.

      1. a list
      2. of two
    do: Write \`one\`.
    dont: Write \`two\`.
    examples:
      - bad: two(\`a line that is so long that it does not fit into the page, so that it has to be scrolled by who wants to read the whole of it\`);
        good: one();
    exemplars: [src/http/client.ts]
    applies: { files: 'src/**/*.ts', symbols: two }
    owner: '@maya'
    decision: docs/decisions/0007-errors.md
    status: deprecated
`;

/** A keyboard is faster than a disk. */
async function until(look: () => string, isExpected: (text: string) => boolean): Promise<void> {
  await retry('see it saved', async () => {
    if (isExpected(look())) return;
    await new Promise((done) => setTimeout(done, 200));
    throw new Error(look());
  });
}
