import assert from 'node:assert/strict';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { assertAccessible, chooseKind, themes, type ThemeKind } from '../host/accessibility';
import { startEditor } from '../host/editor.mjs';
import { runCommand, screenshot, webview } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { picturePath } from './pictures';
import { layOutRichWalkthrough, rewriteRichWalkthrough as rewrite } from './richWalkthrough';

describe('the page of a walkthrough', () => {
  const folder = temporaryFolder();
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Page;
  let player: FrameLocator;

  before(async () => {
    layOutRichWalkthrough(folder.path);
    editor = await startEditor({ workspace: folder.path, extension: root, trusted: false });
    page = await editor.openPage();
    player = webview(page);
    await player.getByRole('heading', { level: 1, name: 'Everything that a page can show' }).waitFor();
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  const steps = () => player.locator('nav ol button');
  const step = (title: string) => steps().filter({ hasText: title });
  const heading = (name: string) => player.getByRole('heading', { level: 2, name, exact: true });
  const frame = async (): Promise<Frame> => {
    const main = await player.locator('main').elementHandle();
    return (await main!.ownerFrame())!;
  };
  const focused = (name: string) =>
    player.locator(':focus').filter({ hasText: name }).waitFor({ timeout: 15_000 });
  const id = () => player.locator(':focus').getAttribute('id');

  it('shows an image of the workspace', async () => {
    const image = player.getByRole('img', { name: 'The parts, and how they talk' });
    await image.waitFor();
    const width = await image.evaluate(async (element: HTMLImageElement) => {
      await element.decode();
      return element.naturalWidth;
    });
    assert.equal(width, 240);
  });

  it('has a list that is one stop for Tab, and that arrows go through', async () => {
    await runCommand(page, 'View: Focus Active Editor Group');
    for (const first of ['Everything', 'backend', 'Read a text']) {
      await page.keyboard.press('Tab');
      await focused(first);
    }
    for (const [key, title] of [
      ['ArrowDown', 'See a place'],
      ['End', 'Have a tool'],
      ['ArrowDown', 'Have a tool'],
      ['ArrowUp', 'Answer a question'],
      ['Home', 'Read a text'],
    ] as const) {
      await page.keyboard.press(key);
      await focused(title);
    }
    const outline = await player
      .locator(':focus')
      .evaluate((element) => getComputedStyle(element).outlineStyle);
    assert.equal(outline, 'solid');
    await page.keyboard.press('Tab');
    await focused('Check all');
    await page.keyboard.press('Tab');
    await player.locator('a:focus', { hasText: 'map' }).waitFor();
  });

  it('opens a step at its heading, and goes on from there without a mouse', async () => {
    await steps().first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await heading('See a place').and(player.locator(':focus')).waitFor();
    await page.keyboard.press('Tab');
    await player.locator('pre:focus').waitFor();
    await page.keyboard.press('Tab');
    await focused('Show me src/start.ts');
    await page.keyboard.press('Tab');
    await focused('I have done this');
  });

  it('says what became of a step, and stands at what is next', async () => {
    await page.keyboard.press('Enter');
    await player
      .getByRole('status')
      .filter({ hasText: /^Done\. 1 of 7 steps done$/ })
      .waitFor();
    assert.equal(await id(), 'next');
    await player.getByRole('progressbar', { name: '1 of 7 steps done' }).waitFor();
    await player
      .getByRole('navigation', { name: 'Steps' })
      .getByRole('button', { name: 'See a place done' })
      .waitFor();
    await page.keyboard.press('Space');
    await heading('See a place that is gone').and(player.locator(':focus')).waitFor();
  });

  it('keeps the focus where it is when the text changes', async () => {
    await step('Read a text').click();
    const link = player.getByRole('link', { name: 'handbook' });
    await link.focus();
    rewrite(folder.path, 'Take your time', 'Take all of your time');
    await player.getByText('Take all of your time.').waitFor();
    await focused('handbook');
  });

  it('moves nothing, also where motion is welcome', async () => {
    const moving = (await frame()).evaluate(async () => {
      let count = 0;
      for (let frames = 0; frames < 30; frames++) {
        await new Promise(requestAnimationFrame);
        count += document.getAnimations().length;
      }
      return count;
    });
    await step('Answer a question').click();
    assert.equal(await moving, 0);
  });

  it('never scrolls sideways, at four times the size', async () => {
    const before = page.viewportSize()!;
    await page.setViewportSize({ width: 640, height: 480 });
    for (let index = 0; index < (await steps().count()); index++) {
      await steps().nth(index).click();
      const { scrollWidth, clientWidth } = await player
        .locator('html')
        .evaluate((html) => ({ scrollWidth: html.scrollWidth, clientWidth: html.clientWidth }));
      assert.ok(clientWidth < 400 && scrollWidth <= clientWidth, `${scrollWidth} in ${clientWidth}`);
    }
    await screenshot(page, picturePath('walkthrough-zoomed'));
    await page.setViewportSize(before);
  });

  for (const kind of Object.keys(themes) as ThemeKind[]) {
    it(`has no violation of accessibility in ${themes[kind]}`, async () => {
      await chooseKind(page, kind, player);
      for (let index = 0; index < (await steps().count()); index++) {
        await steps().nth(index).click();
        await steps().nth(index).and(player.locator('[aria-current]')).waitFor();
        await assertAccessible(player, `step ${index + 1}`);
      }
      await screenshot(page, picturePath(`walkthrough-${kind}`));
    });
  }

  it('stays usable with 500 steps', async () => {
    await runCommand(page, 'Leadlight: Open Walkthrough');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Five hundred steps' }).click();
    await player.getByRole('heading', { level: 1, name: 'Five hundred steps' }).waitFor();
    assert.equal(await steps().count(), 500);
    await steps().first().focus();
    await page.keyboard.press('End');
    await focused('Step 500');
    const start = Date.now();
    await page.keyboard.press('Enter');
    await heading('Step 500').and(player.locator(':focus')).waitFor();
    assert.ok(Date.now() - start < 3_000, `${Date.now() - start} ms`);
    // The list goes along with the step that is shown, and the page does not.
    await page.keyboard.press('Shift+Tab');
    await focused('Step 500');
    const box = (await steps().last().boundingBox())!;
    assert.ok(box.y > 0 && box.y + box.height < page.viewportSize()!.height, JSON.stringify(box));
    await screenshot(page, picturePath('walkthrough-long'));
  });
});
