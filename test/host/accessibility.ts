/** Whether a page can be seen and read by everybody, as axe tells; for end-to-end tests. */
import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { FrameLocator, Page } from 'playwright-core';
import { chooseTheme } from './editorPage';

/** One theme of each kind, by the class that the editor gives a page in it. */
export const themes = {
  'vscode-dark': 'Dark Modern',
  'vscode-light': 'Light Modern',
  'vscode-high-contrast': 'Dark High Contrast',
  'vscode-high-contrast-light': 'Light High Contrast',
} as const;

export type ThemeKind = keyof typeof themes;

/** Chooses a theme of a kind, and waits until the page has it. */
export async function chooseKind(page: Page, kind: ThemeKind, webview: FrameLocator): Promise<void> {
  await chooseTheme(page, themes[kind]);
  await webview.locator(`body.${kind}`).waitFor();
}

/** @param what what is shown, for the message */
export async function assertAccessible(webview: FrameLocator, what: string): Promise<void> {
  const main = await webview.locator('main').elementHandle();
  const inside = (await main!.ownerFrame())!;
  await inside.evaluate(axe.source);
  const { violations, passes } = await inside.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { readonly axe: typeof axe };
    return checker.run(document, { resultTypes: ['violations'] });
  });
  assert.deepEqual(
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })),
    ),
    [],
    what,
  );
  assert.ok(
    passes.some(({ id }) => id === 'color-contrast'),
    `${what}: nothing was seen`,
  );
}
