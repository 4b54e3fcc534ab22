/** What a person does in an editor's page, with a real keyboard and a real mouse; for end-to-end tests. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** A place in the visible editor: 1-based as the editor shows it, or the first visible place of a text. */
export type Place = { readonly line: number; readonly column: number } | { readonly text: string };

/** A hover as it is drawn: its text, one block a line, and its HTML. */
export interface DrawnHover {
  readonly text: string;
  readonly html: string;
}

const quickInput = '.quick-input-widget';
const limit = 60_000;

/** Opens a file of the workspace by its path, through quick open, and waits for its first line. */
export async function openFile(page: Page, path: string): Promise<void> {
  const name = path.split('/').at(-1) ?? path;
  await retry(`open ${path}`, async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+P');
    await page.locator(`${quickInput} input`).fill(path);
    // Until the list follows the text, Enter would open what was open last.
    await page
      .locator(`${quickInput} .monaco-list-row.focused`, { hasText: name })
      .waitFor({ timeout: 5_000 });
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: name }).first().waitFor({ timeout: 5_000 });
  });
  await page.locator('.editor-instance .view-line').first().waitFor({ timeout: limit });
}

/** Runs a command by its title in the palette, such as `View: Toggle Output`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await retry(`run ${title}`, async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await page.locator(`${quickInput} input`).fill(`>${title}`);
    const row = page.locator(`${quickInput} .monaco-list-row`, { hasText: title }).first();
    await row.waitFor({ timeout: 5_000 });
    await row.click();
  });
}

/** Chooses a colour theme by its label, such as `Dark High Contrast`. */
export async function chooseTheme(page: Page, label: string): Promise<void> {
  await runCommand(page, 'Preferences: Color Theme');
  await page.locator(`${quickInput} input`).fill(label);
  await page.locator(`${quickInput} .monaco-list-row.focused`, { hasText: label }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`${quickInput} input`).waitFor({ state: 'hidden' });
}

/** What is inside of the one webview that is shown, once it is. */
export function webview(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe');
}

/** Puts the cursor at a place, which scrolls it into view. Line and column are 1-based. */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.keyboard.press('Control+G');
  const input = page.locator(`${quickInput} input`);
  await input.fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

/**
 * Moves the mouse to a place and returns the hover that appears there.
 *
 * @param expected the hover is complete when its text holds this; providers answer one after the other
 * @throws when no such hover is drawn within a minute; the message holds what was drawn instead
 */
export async function hoverAt(
  page: Page,
  place: Place,
  expected: string | RegExp = /\S/,
): Promise<DrawnHover> {
  const hover = page.locator('.monaco-resizable-hover .monaco-hover:visible');
  const complete = hover.filter({ hasText: expected }).first();
  const end = Date.now() + limit;
  while (Date.now() < end) {
    await leaveHover(page);
    await moveTo(page, place);
    // A provider that was not ready answers nothing, and is asked again only by another movement.
    await complete.waitFor({ timeout: 5_000 }).catch(() => undefined);
    if (await complete.isVisible()) {
      return { text: await complete.innerText(), html: await complete.innerHTML() };
    }
  }
  const drawn = (await hover.allInnerTexts()).join('\n---\n');
  throw new Error(`No hover with ${expected} at ${JSON.stringify(place)}. Drawn: ${drawn || 'nothing'}`);
}

/** Waits for a status bar item that shows this text, such as the one that says that an extension is ready. */
export async function statusItem(page: Page, text: string | RegExp): Promise<Locator> {
  const item = page.locator('.part.statusbar .statusbar-item', { hasText: text }).first();
  await item.waitFor({ timeout: limit });
  return item;
}

/** Leaves the window, and opens it again: with what the editor kept, and what changed on the disk `meanwhile`. */
export async function reload(page: Page, meanwhile: () => void = () => undefined): Promise<void> {
  await leaveWindow(page);
  const address = page.url();
  await page.goto('about:blank');
  meanwhile();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 120_000 });
}

/** Writes a picture of the page (PNG) to a path. */
export async function screenshot(page: Page, path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path });
}

/** In a browser, the editor stores what is open when its window loses the focus, and else once a minute. */
async function leaveWindow(page: Page): Promise<void> {
  await page.evaluate(() => {
    // It takes a window whose focus is in a webview for one that was left already.
    window.dispatchEvent(new Event('focus'));
    document.hasFocus = () => false;
    window.dispatchEvent(new Event('blur'));
  });
  await page.waitForTimeout(1_000);
}

/** A hover that is still there can lie over the place that is wanted next. */
async function leaveHover(page: Page): Promise<void> {
  const bar = await page.locator('.part.statusbar').boundingBox();
  if (bar !== null) await page.mouse.move(bar.x + bar.width / 2, bar.y + bar.height / 2);
  await page.keyboard.press('Escape');
  await page.locator('.monaco-resizable-hover .monaco-hover:visible').first().waitFor({ state: 'hidden' });
}

async function moveTo(page: Page, place: Place): Promise<void> {
  const target = 'text' in place ? await pointOfText(page, place.text) : await pointOfCursor(page, place);
  // From another line: the editor shows no hover for a mouse that was there already.
  await page.mouse.move(target.x + 40, target.y + 120);
  await page.mouse.move(target.x, target.y, { steps: 8 });
}

async function pointOfCursor(page: Page, { line, column }: { line: number; column: number }) {
  await goTo(page, line, column);
  const box = await page.locator('.editor-instance .cursors-layer .cursor').first().boundingBox();
  if (box === null) throw new Error(`The editor shows no cursor at ${line}:${column}.`);
  return { x: box.x + 3, y: box.y + box.height / 2 };
}

/** The middle of a text's first visible place, measured in the page. */
async function pointOfText(page: Page, text: string) {
  const point = await page.locator('.editor-instance .view-lines').first().evaluate(middleOf, text);
  if (point === undefined) throw new Error(`The editor does not show "${text}".`);
  return point;
}

function middleOf(lines: Element, text: string): { x: number; y: number } | undefined {
  const byHeight = [...lines.querySelectorAll('.view-line')].sort(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  );
  for (const line of byHeight) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    // The editor draws spaces as U+00A0.
    const start = nodes
      .map((node) => node.data)
      .join('')
      .replaceAll('\u00a0', ' ')
      .indexOf(text);
    if (start < 0) continue;
    let offset = start + Math.floor(text.length / 2);
    const node = nodes.find((each) => {
      if (offset < each.data.length) return true;
      offset -= each.data.length;
      return false;
    });
    if (node === undefined) continue;
    const range = document.createRange();
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }
  return undefined;
}

/**
 * Attempts a thing again for a minute: a workbench that is busy drops keys, and a person presses them again.
 *
 * @throws the last failure, with what was attempted
 */
export async function retry(what: string, attempt: () => Promise<void>): Promise<void> {
  const end = Date.now() + limit;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw new Error(`Could not ${what}: ${String(error)}`, { cause: error });
    }
  }
}
