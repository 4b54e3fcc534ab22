import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { retry, runCommand } from '../host/editorPage';
import { listedWalkthrough, openWalkthroughList } from './walkthroughList';

/** A notification in the list of them: an editor that tests drive shows none beside it. */
export function notification(page: Page, text: string): Locator {
  return page.locator('.notifications-center .notification-list-item', { hasText: text });
}

/** Waits until the list of notifications has one with this text, and leaves it open. */
export async function waitForNotification(page: Page, text: string): Promise<Locator> {
  await retry(`see "${text}"`, async () => {
    await runCommand(page, 'Notifications: Show Notifications');
    await notification(page, text).waitFor({ timeout: 5_000 });
  });
  return notification(page, text);
}

export async function answer(asked: Locator, name: string): Promise<void> {
  await asked.locator('.monaco-button', { hasText: name }).click();
}

/**
 * Nothing opened, and nothing tells of `text`, though walkthroughs were read: the one with the title `walkthrough` is
 * offered, where there is any.
 */
export async function isQuiet(
  page: Page,
  { walkthrough, text }: { readonly walkthrough?: string; readonly text: string },
): Promise<void> {
  if (walkthrough !== undefined)
    await retry('see what was read', async () => {
      await openWalkthroughList(page);
      await listedWalkthrough(page, walkthrough).waitFor({ timeout: 5_000 });
    });
  await page.keyboard.press('Escape');
  await page.waitForTimeout(1_500);
  await runCommand(page, 'Notifications: Show Notifications');
  assert.equal(await page.locator('iframe.webview').count(), 0);
  assert.equal(await notification(page, text).count(), 0);
}
