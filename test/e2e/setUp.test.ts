import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { startEditor } from '../host/editor.mjs';
import {
  chooseTheme,
  hoverAt,
  openFile,
  retry,
  runCommand,
  screenshot,
  statusItem,
} from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { picturePath } from './pictures';

const title = 'Set Up Team Guidance';

describe('a repository without guidance', () => {
  const folder = temporaryFolder();
  const workspace = join(folder.path, 'shop');
  const guidance = join(workspace, '.leadlight');
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Page;
  const row = (text: string): Locator =>
    page.locator('.quick-input-widget .monaco-list-row', { hasText: text });
  const step = (number: number): Locator =>
    page.locator('.quick-input-title', { hasText: `${title} (${number}/3)` });
  const selected = (count: number): Locator =>
    page.locator('.quick-input-widget', { hasText: `${count} Selected` });
  const preview = (): Locator => page.locator('.tab', { hasText: 'New Team Guidance' });
  const begin = async (): Promise<void> => {
    await runCommand(page, `Leadlight: ${title}`);
    await step(1).waitFor();
  };

  before(async () => {
    const files = {
      'README.md': '# Shop\n',
      'package.json': '{ "scripts": { "test": "node --test" } }\n',
      'src/cart/cart.ts': 'export function pay(): void {\n  try {\n    send();\n  } catch (error) {}\n}\n',
      'src/payments/send.ts': '// TODO: retry\nexport function send(): void {}\n',
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true });
      writeFileSync(join(workspace, path), text);
    }
    const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
    const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: workspace, env });
    const commit = (name: string, path: string) => {
      git('add', path);
      const person = `${name} <${name.toLowerCase()}@example.com>`;
      git(
        '-c',
        'user.name=x',
        '-c',
        'user.email=x@x',
        'commit',
        '--quiet',
        `--author=${person}`,
        '-m',
        'Begin',
      );
    };
    git('init', '--quiet', '.');
    commit('Maya', 'src/cart');
    commit('Jon', 'src/payments');
    commit('Maya', '.');
    const userSettings = { 'diffEditor.renderSideBySide': false };
    editor = await startEditor({ workspace, extension: root, userSettings });
    page = await editor.openPage();
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  it('is offered to be set up in the view Here, and leaving writes nothing', async () => {
    await runCommand(page, 'Leadlight: Show Guidance Here');
    const button = page.locator('.sidebar .welcome-view .monaco-button', { hasText: title });
    await button.first().click();
    await step(1).waitFor();
    await row('First-day walkthrough').getByText('npm install, npm test').waitFor();
    await row('Areas').getByText('2 areas from who committed where').waitFor();
    await screenshot(page, picturePath('setup-parts'));
    await page.keyboard.press('Escape');
    await step(1).waitFor({ state: 'hidden' });
    assert.equal(existsSync(guidance), false);
  });

  it('shows what a line would add, and closes it when a person leaves', async () => {
    await begin();
    await row('Debt policy').hover();
    await row('Debt policy').locator('.codicon-eye').click();
    await page.locator('.tab', { hasText: 'markers.yaml' }).waitFor();
    await page.locator('.editor-instance .view-line', { hasText: 'tag: TODO' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.tab', { hasText: 'markers.yaml' }).waitFor({ state: 'detached' });
    assert.equal(existsSync(guidance), false);
  });

  it('goes back with what was chosen, and shows the diff before it writes', async () => {
    await begin();
    await page.keyboard.press('Enter');
    await step(2).waitFor();
    await row('We review the code, not its author').getByText('Who feels judged defends').waitFor();
    await selected(7).waitFor();
    await row('A request in a review comes with its reason').click();
    await selected(8).waitFor();
    await page.locator('.quick-input-titlebar .codicon-quick-input-back').click();
    await step(1).waitFor();
    await row('Review checklist').click();
    await page.keyboard.press('Enter');
    await step(2).waitFor();
    await selected(8).waitFor();
    await page.keyboard.press('Enter');
    await step(3).waitFor();
    await preview().waitFor();
    await row('Write 4 Files').waitFor();
    assert.equal(existsSync(guidance), false);
    for (const [theme, name] of [
      ['Light Modern', 'setup-light'],
      ['Dark Modern', 'setup-dark'],
    ] as const) {
      await page.keyboard.press('Escape');
      await chooseTheme(page, theme);
      await begin();
      await page.keyboard.press('Enter');
      await step(2).waitFor();
      await screenshot(page, picturePath(`${name}-philosophies`));
      await page.keyboard.press('Enter');
      await preview().waitFor();
      await page.locator('.editor-instance .view-line', { hasText: 'What this team believes' }).waitFor();
      await screenshot(page, picturePath(`${name}-preview`));
    }
    // Away from what would show a tip.
    await page.mouse.move(800, 600);
    await page.waitForTimeout(500);
    await screenshot(page, picturePath('setup', { forReadme: true }));
    await page.keyboard.press('Escape');
    await preview().waitFor({ state: 'detached' });
    assert.equal(existsSync(guidance), false);
  });

  it('becomes a guided one, with the cursor at the first why', async () => {
    await begin();
    await page.keyboard.press('Enter');
    await step(2).waitFor();
    await page.keyboard.press('Enter');
    await row('Write 5 Files').click();
    await page.locator('.tab.active', { hasText: 'guidance.yaml' }).waitFor();
    await preview().waitFor({ state: 'detached' });
    assert.deepEqual(filesIn(guidance), [
      'areas.yaml',
      'first-day.md',
      'guidance.yaml',
      'markers.yaml',
      'review.yaml',
    ]);
    const lines = readFileSync(join(guidance, 'guidance.yaml'), 'utf8').split('\n');
    const why = lines.findIndex((line) => line.includes('why: |')) + 2;
    await statusItem(page, `Ln ${why}, Col 7`);
    await screenshot(page, picturePath('setup-written'));
  });

  it('shows it on the code at once', async () => {
    await openFile(page, 'src/cart/cart.ts');
    const hover = await hoverAt(page, { text: 'catch' }, /No error disappears/);
    assert.match(hover.text, /An error that was swallowed comes back later/);
    assert.match(hover.text, /Ask @maya/);
    const { text } = await openFile(page, 'src/payments/send.ts').then(() =>
      hoverAt(page, { text: 'TODO' }, /Work that we agreed to do later/),
    );
    assert.match(text, /Debt is written down where it is/);
    await screenshot(page, picturePath('setup-hover'));
  });

  it('has all of it taken back by one undo', async () => {
    await page.locator('.tab', { hasText: 'guidance.yaml' }).click();
    await retry('undo', async () => {
      await page.keyboard.press('Control+Z');
      await page.waitForTimeout(500);
      assert.equal(existsSync(join(guidance, 'guidance.yaml')), false);
    });
    // They go one after the other.
    await retry('see all of them go', async () => {
      await page.waitForTimeout(200);
      assert.deepEqual(filesIn(guidance), []);
    });
  });
});

/** The names of all files below a folder. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort();
}

describe('a repository in Restricted Mode', () => {
  it('is not set up, and is told why', async () => {
    const folder = temporaryFolder();
    const editor = await startEditor({ workspace: folder.path, extension: root, trusted: false });
    try {
      const page = await editor.openPage();
      await runCommand(page, `Leadlight: ${title}`);
      await retry('be told', async () => {
        await runCommand(page, 'Notifications: Show Notifications');
        await page
          .locator('.notifications-center .notification-list-item', {
            hasText: 'Restricted Mode: Leadlight writes nothing into a folder that you do not trust.',
          })
          .waitFor({ timeout: 5_000 });
      });
      assert.deepEqual(readdirSync(folder.path), []);
    } finally {
      await editor.stop();
      folder.remove();
    }
  });
});
