import type { Page } from 'playwright-core';
import { webview } from '../host/editorPage';
import type { Row } from './measure';
import type { Stage } from './stage';

const runs = 7;
const limit = { timeout: 120_000 };

/** How long somebody waits who opens a repository for the first time: in the same window, for both pages. */
export async function firstOpen({ startEditor, extension, workspace }: Stage): Promise<readonly Row[]> {
  const userSettings = { 'workbench.startupEditor': 'welcomePage' };
  // Where nobody trusts a folder yet, as in every fresh clone.
  const editor = await startEditor({ extension, workspace, userSettings, trusted: false });
  const figures: { readonly own: number; readonly welcome: number }[] = [];
  try {
    // Of the first one, the server has not yet read what it needs.
    for (let run = 0; run <= runs; run += 1) figures.push(await openOnce(editor));
  } finally {
    await editor.stop();
  }
  const counted = figures.slice(1);
  return [
    {
      what: "First open of a repository, to the text of its walkthrough's page",
      unit: 'ms',
      own: counted.map(({ own }) => own),
      besides: { what: "VS Code's own Welcome page", figures: counted.map(({ welcome }) => welcome) },
      goal: '1x',
    },
  ];
}

/** Milliseconds from the window's address to the first text of each page. */
async function openOnce(editor: Awaited<ReturnType<Stage['startEditor']>>) {
  let shown: Promise<{ readonly own: number; readonly welcome: number }> | undefined;
  const page = await editor.openPage({
    async prepare(opened) {
      shown = bothPages(opened);
    },
  });
  const times = await shown!;
  await page.close();
  return times;
}

async function bothPages(page: Page) {
  const start = performance.now();
  const player = webview(page);
  const since = async (text: ReturnType<Page['locator']>) => {
    // The one page covers the other at once.
    await text.first().waitFor({ ...limit, state: 'attached' });
    return performance.now() - start;
  };
  const [own, welcome] = await Promise.all([
    since(player.locator('h1', { hasText: /\S/ })),
    since(page.locator('.gettingStartedContainer h2', { hasText: /\S/ })),
  ]);
  return { own, welcome };
}
