/** Runs the integration suites of one mode in a real VS Code, and counts what its window reports. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEditor } from './editor.mjs';
import { layOut, memoryFolder, testsOf } from './integrationModes.mjs';
import { temporaryFolder } from './processes.mjs';
import { root } from './setUp.mjs';
import { readReports } from './windowReports.mjs';

const windowLimit = 10 * 60_000;

/**
 * Opens the window of a mode and returns what its tests came to. A window that does not report to the end counts
 * as a failure more, and leaves its console and a picture in out/failures/.
 *
 * @param {import('./integrationModes.mjs').Mode} mode
 * @returns {Promise<import('./suites.mjs').SuiteResult>}
 */
export async function runIntegration(mode) {
  const files = temporaryFolder();
  const workspace = layOut(mode, files.path);
  const { host, trusted } = mode;
  const editor = await startEditor({
    host,
    trusted,
    extension: root,
    ...(workspace && { workspace }),
    ...(mode.opens === 'virtual' && { installed: memoryFolder }),
  });
  try {
    return await watchWindow(mode, editor);
  } finally {
    await editor.stop();
    files.remove();
  }
}

/** @param {import('./integrationModes.mjs').Mode} mode @param {Awaited<ReturnType<typeof startEditor>>} editor */
async function watchWindow(mode, editor) {
  const reader = readReports();
  /** @type {string[]} */
  const pageConsole = [];
  /** @type {(reason: string) => void} */
  let finish = () => undefined;
  /** @type {Promise<string>} */
  const finished = new Promise((resolve) => (finish = resolve));
  const page = await editor.openPage({
    tests: testsOf(mode),
    async prepare(opened) {
      opened.on('console', (message) => pageConsole.push(`${message.type()}: ${message.text()}`));
      opened.on('crash', () => finish('its page crashed'));
      await opened.exposeFunction(
        'codeAutomationLog',
        (/** @type {string} */ _, /** @type {unknown[]} */ args) =>
          args.forEach((arg) => reader.read(String(arg))),
      );
      await opened.exposeFunction('codeAutomationExit', (/** @type {number} */ code) =>
        finish(`it ended with code ${code}`),
      );
    },
  });
  const limit = setTimeout(
    () => finish(`it did not end within ${windowLimit / 60_000} minutes`),
    windowLimit,
  );
  const reason = await finished;
  clearTimeout(limit);
  const result = reader.result(reason);
  if (!reader.ended()) {
    const folder = join(root, 'out', 'failures');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${mode.name}.log`), pageConsole.join('\n'));
    await page.screenshot({ path: join(folder, `${mode.name}.png`) }).catch(() => undefined);
  }
  return result;
}
