import type { Locator, Page } from 'playwright-core';
import { retry } from '../host/editorPage';

/** Opens a walkthrough by its title, as a person finds it in the list. */
export async function chooseWalkthrough(page: Page, title: string): Promise<void> {
  await retry(`open the walkthrough ${title}`, async () => {
    await openWalkthroughList(page);
    await listedWalkthrough(page, title).click({ timeout: 5_000 });
    await page.locator('.tab', { hasText: title }).first().waitFor({ timeout: 5_000 });
  });
}

/** Asks for the list of walkthroughs that a person chooses from. */
export async function openWalkthroughList(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill('>Leadlight: Open Walkthrough');
  await listedWalkthrough(page, 'Open Walkthrough').click();
}

export function listedWalkthrough(page: Page, title: string): Locator {
  return page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first();
}
