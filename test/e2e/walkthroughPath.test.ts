import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startEditor } from '../host/editor.mjs';
import { openFile, runCommand, webview } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';

const walkthroughs = `walkthroughs:
  - id: on-call
    title: Before your first night
    steps:
      - { title: Who to wake, next: paths }
  - id: paths
    title: Two paths
    open: first-open
    steps:
      - { title: Say hello, text: "See [how we settle](docs/domain.md#L5)." }
      - { title: Where a request enters, roles: backend, at: { file: src/server.ts, text: "app.listen" }, next: on-call }
      - { title: Where the colours are, roles: frontend }
      - { title: Where money moves, at: { file: src/payments/settlement.ts, symbol: closeTheDay } }
`;

describe('a walkthrough that is followed in the code', () => {
  const folder = temporaryFolder();
  const workspace = join(folder.path, 'shop');
  const source = join(workspace, '.leadlight/walkthroughs.yaml');
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Page;
  const player = () => webview(page);
  const step = (title: string) => player().locator('nav button', { hasText: title });
  const lens = (text: string) => page.locator('.codelens-decoration', { hasText: text });
  const tab = (name: string) => page.locator('.tab.active', { hasText: name }).first();

  before(async () => {
    cpSync(join(root, 'test/workspaces/shop'), workspace, { recursive: true });
    writeFileSync(source, walkthroughs);
    editor = await startEditor({ workspace, extension: root, trusted: true });
    page = await editor.openPage();
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  it('leaves out the steps for other roles once a person has chosen theirs', async () => {
    await step('Where the colours are').waitFor();
    await player().getByRole('button', { name: 'backend' }).click();
    await player().getByText('1 step for other roles is left out.').waitFor();
    await step('Where the colours are').waitFor({ state: 'detached' });
    await step('Where a request enters').waitFor();
  });

  it('has its title above the place of the step, and goes on and back there by keys', async () => {
    await step('Where a request enters').click();
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Alt+ArrowUp');
    await tab('server.ts').waitFor();
    await lens('Step 2 of 3: Where a request enters').waitFor();
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Alt+ArrowRight');
    await tab('settlement.ts').waitFor();
    await lens('Step 3 of 3: Where money moves').waitFor();
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Alt+ArrowLeft');
    await lens('Step 2 of 3: Where a request enters').waitFor();
  });

  it('brings back who wandered off', async () => {
    await openFile(page, 'docs/domain.md');
    await page.locator('.editor-actions [aria-label^="Return to the Step"]').first().click();
    await tab('server.ts').waitFor();
    await lens('Where a request enters').click();
    await step('Where a request enters').and(player().locator('[aria-current="step"]')).waitFor();
  });

  it('opens a link where it says', async () => {
    await step('Say hello').click();
    await player().getByRole('link', { name: 'how we settle' }).click();
    await tab('domain.md').waitFor();
    await page.locator('.part.statusbar', { hasText: 'Ln 5, Col 1' }).waitFor();
  });

  it('takes a note about a step that was hard, and makes an issue of it', async () => {
    await player().getByRole('button', { name: 'This step was hard' }).click();
    const input = page.locator('.quick-input-widget input');
    await input.fill('Nobody says where the tariff is');
    await input.press('Enter');
    await input.waitFor({ state: 'hidden' });
    await runCommand(page, 'Leadlight: Show My Notes');
    const row = (text: string) => page.locator('.quick-input-widget .monaco-list-row', { hasText: text });
    await row('Nobody says where the tariff is').click();
    await row('Open as the text of an issue').click();
    await page.locator('.view-lines', { hasText: /Step:\s+Say\s+hello/ }).waitFor();
  });

  it('goes further from a step, and back', async () => {
    await page.locator('.tab', { hasText: 'Two paths' }).first().click();
    await step('Where a request enters').click();
    await player().getByRole('button', { name: 'Go on with Before your first night' }).click();
    await player().getByRole('heading', { level: 1, name: 'Before your first night' }).waitFor();
    await step('Who to wake').and(player().locator('[aria-current="step"]')).waitFor();
    await player().getByRole('button', { name: 'Go on with Two paths' }).click();
    await step('Say hello').and(player().locator('[aria-current="step"]')).waitFor();
  });

  it('says what is new', async () => {
    // The text of the issue lies over the page.
    await page.locator('.tab', { hasText: 'Two paths' }).first().click();
    writeFileSync(source, `${readFileSync(source, 'utf8')}      - { title: Where we meet }\n`);
    await player().getByText('1 step is new since your last visit.').waitFor();
    await step('Where we meet').filter({ hasText: 'new' }).waitFor();
    await step('Where we meet').click();
    await step('Say hello').click();
    await player().getByText('since your last visit').first().waitFor({ state: 'detached' });
  });

  it('leaves nothing behind when it is finished', async () => {
    await step('Where a request enters').click();
    await player().getByRole('button', { name: 'Show me src/server.ts' }).click();
    await lens('Where a request enters').waitFor();
    await step('Where we meet').click();
    await player().getByRole('button', { name: 'Finish' }).click();
    await lens('Step').waitFor({ state: 'detached' });
    await page
      .locator('.editor-actions [aria-label^="Return to the Step"]')
      .first()
      .waitFor({ state: 'detached' });
  });
});
