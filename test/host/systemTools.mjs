/** Programs that npm does not bring: a Chromium-like browser, and Neovim. Imports nothing from npm. */
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { runProgram } from './processes.mjs';
import { installOnce, root, step } from './setUp.mjs';

/**
 * The path of a browser that Playwright can drive: $CHROME_PATH, the system's Chrome, Chromium or Edge, or
 * Playwright's own. Where there is none it is installed, with apt or by Playwright.
 *
 * @returns {Promise<string>}
 * @throws when there is none and none can be installed; the message names the command
 */
export async function setUpBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  if (canUseApt()) {
    await apt('chromium');
  } else {
    const playwright = join(root, 'node_modules', 'playwright-core', 'cli.js');
    await step('Chromium (playwright-core install chromium)', () =>
      runProgram(process.execPath, [playwright, 'install', 'chromium']),
    );
  }
  const installed = findBrowser();
  if (installed !== undefined) return installed;
  throw new Error(
    'No Chrome, Chromium or Edge was found, and none could be installed. Run one of\n' +
      '  apt-get install chromium\n  npx playwright-core install chromium\nor name one in CHROME_PATH.',
  );
}

/** The path of Neovim, installed with apt where that is possible; undefined elsewhere. */
export async function setUpNeovim() {
  const found = onPath(['nvim']);
  if (found !== undefined || !canUseApt()) return found;
  await apt('neovim');
  return onPath(['nvim']);
}

/** The first of these programs that the PATH holds. @param {readonly string[]} names */
export function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return names
    .flatMap((name) => folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))))
    .find(isProgram);
}

function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) return named;
  return (
    onPath(['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge']) ??
    usualPlaces().find(isProgram) ??
    playwrightBrowser()
  );
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform !== 'win32') return [];
  return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
}

function playwrightBrowser() {
  const require = createRequire(import.meta.url);
  /** @type {import('playwright-core')} */
  const { chromium } = require('playwright-core');
  const path = chromium.executablePath();
  return isProgram(path) ? path : undefined;
}

/**
 * The sources of Linux as Debian packages them, 1.5 GB unpacked; undefined where apt is not there to fetch them.
 *
 * @returns {Promise<string | undefined>}
 */
export async function setUpLinuxSource() {
  if (!canUseApt()) return undefined;
  return installOnce(linuxSource, async (folder) => {
    // A failing update may still leave usable lists.
    await runProgram('apt-get', ['update', '-q']);
    const script = [
      `apt-get download -q ${linuxSource}`,
      `dpkg-deb --fsys-tarfile ${linuxSource}_*.deb | tar -xO --wildcards './usr/src/*.tar.xz' | tar -xJ --strip-components=1`,
      `rm ${linuxSource}_*.deb package.json`,
      // Debian has git ignore all that is not its own.
      "sed -i '/^# Debian packaging/,$d' .gitignore",
    ].join(' && ');
    const { code, output } = await runProgram('sh', ['-c', script], { cwd: folder });
    if (code !== 0) throw new Error(`${linuxSource} could not be unpacked:\n${output}`);
  });
}

const linuxSource = 'linux-source-6.1';

/** Debian itself: elsewhere the package `chromium` may be a mere pointer to another installer. */
function canUseApt() {
  const release = '/etc/os-release';
  const debian = existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'));
  return debian && process.getuid?.() === 0;
}

/** @param {string} name */
async function apt(name) {
  await step(`${name} (apt-get install)`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    // A failing update may still leave usable lists.
    await runProgram('apt-get', ['update', '-q'], { env });
    const { code, output } = await runProgram(
      'apt-get',
      ['install', '-qy', '--no-install-recommends', name],
      { env },
    );
    if (code !== 0) throw new Error(`apt-get install ${name} failed:\n${output}`);
  });
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
