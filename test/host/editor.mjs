/** A real VS Code in a real browser, for tests: `startEditor` is the door. */
import { chromium } from 'playwright-core';
import { setUpEditor } from './setUp.mjs';
import { startServer } from './server.mjs';
import { setUpBrowser } from './systemTools.mjs';

/** Chromium without a sandbox (tests also run as root), a GPU, QUIC, or traffic of its own. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The pages that are open now, for whoever wants pictures of them. @type {Set<import('playwright-core').Page>} */
export const openPages = new Set();

/**
 * @typedef {object} EditorOptions
 * @property {string} [workspace] absolute path of a folder or a .code-workspace file; otherwise nothing is open
 * @property {string} [extension] absolute folder of the extension under development
 * @property {'node' | 'web'} [host] the extension host that it runs in, `node` unless said otherwise
 * @property {string} [installed] absolute folder of one more extension, which is installed first
 * @property {boolean} [trusted] true unless said otherwise; false opens the folder in Restricted Mode
 * @property {Readonly<Record<string, unknown>>} [userSettings] contents of the user's settings.json
 * @property {string} [vsix] path of a package to install first
 * @property {string} [programs] absolute path of a folder whose programs are found first
 *
 * @typedef {object} PageOptions
 * @property {string} [tests] script whose `run()` the extension host calls; the page is then not waited for
 * @property {string} [file] absolute path of a file that is open from the start
 * @property {(page: import('playwright-core').Page) => Promise<void>} [prepare] called before the address is opened
 */

/**
 * Starts VS Code on a free port with empty settings, state and extensions.
 * `openPage` resolves when the workbench is drawn, each time for another person: several pages share the server, and
 * what a browser keeps is a page's own. `stop` leaves nothing behind.
 *
 * @param {EditorOptions} options
 */
export async function startEditor(options) {
  const { workspace, trusted = true, ...rest } = options;
  const server = await startServer({ ...rest, trusted, editor: await setUpEditor() });
  /** @param {{ tests?: string, file?: string }} [more] */
  const address = (more) => server.address({ ...(workspace && { workspace }), ...more });
  /** @type {import('playwright-core').Browser | undefined} */
  let browser;
  return {
    url: address(),
    port: server.port,
    /** @param {PageOptions} [pageOptions] */
    async openPage({ tests, file, prepare } = {}) {
      browser ??= await chromium.launch({ executablePath: await setUpBrowser(), args: flags });
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      openPages.add(page);
      page.once('close', () => openPages.delete(page));
      await prepare?.(page);
      await page.goto(address({ ...(tests && { tests }), ...(file && { file }) }), { waitUntil: 'commit' });
      if (tests === undefined)
        await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 120_000 });
      return page;
    },
    async stop() {
      await browser?.close().catch(() => undefined);
      server.stop();
    },
  };
}
