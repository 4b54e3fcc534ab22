/**
 * The windows that the integration suites run in. Each mode runs the tests of `test/integration/everywhere/` and
 * of the folder that carries its suite's name, inside the real extension host of a window of its own.
 *
 * A suite imports `vscode` and, for assertions, `node:assert/strict`; outside of node/, restricted/, empty/ and
 * multiroot/ it may use no other Node module. The files it sees are copies: it may write and delete what it likes.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { root } from './setUp.mjs';

/**
 * @typedef {object} Mode
 * @property {string} name
 * @property {string} suite folder under test/integration
 * @property {'node' | 'web'} host
 * @property {boolean} trusted
 * @property {'folder' | 'nothing' | 'multiroot' | 'virtual'} opens
 */

/** @type {readonly Mode[]} */
export const integrationModes = [
  { name: 'node', suite: 'node', host: 'node', trusted: true, opens: 'folder' },
  { name: 'restricted', suite: 'restricted', host: 'node', trusted: false, opens: 'folder' },
  { name: 'web', suite: 'web', host: 'web', trusted: true, opens: 'folder' },
  { name: 'empty', suite: 'empty', host: 'node', trusted: true, opens: 'nothing' },
  { name: 'multiroot', suite: 'multiroot', host: 'node', trusted: true, opens: 'multiroot' },
  { name: 'virtual', suite: 'virtual', host: 'web', trusted: true, opens: 'virtual' },
  { name: 'virtualNode', suite: 'virtual', host: 'node', trusted: true, opens: 'virtual' },
];

const out = join(root, 'out', 'test');

/** Folder of the test extension that brings the file system `leadlight-test:`. */
export const memoryFolder = join(out, 'memoryFolder');

/** The script whose `run()` the extension host calls in a mode. @param {Mode} mode */
export function testsOf(mode) {
  return join(out, mode.name, 'index.js');
}

/**
 * Lays out in an empty folder what a mode opens, and returns the path to open, if any.
 *
 * @param {Mode} mode
 * @param {string} folder
 */
export function layOut({ opens }, folder) {
  if (opens === 'nothing') return undefined;
  const sample = join(folder, opens === 'virtual' ? 'seed' : 'shop');
  const shop = join(root, 'test', 'workspaces', 'shop');
  if (existsSync(shop)) cpSync(shop, sample, { recursive: true });
  else mkdirSync(sample);
  if (opens === 'folder') return sample;
  if (opens === 'multiroot') {
    mkdirSync(join(folder, 'other'));
    writeFileSync(join(folder, 'other', 'README.md'), '# Other\n');
  }
  const folders =
    opens === 'multiroot'
      ? [{ path: 'shop' }, { path: 'other' }]
      : [{ uri: 'leadlight-test:/', name: 'shop' }];
  const file = join(folder, 'test.code-workspace');
  writeFileSync(file, JSON.stringify({ folders, settings: {} }));
  return file;
}

/** Bundles each mode's tests, and the test extension, into out/test/. @param {readonly Mode[]} modes */
export async function buildIntegration(modes) {
  await Promise.all([...modes.map(bundleMode), buildMemoryFolder()]);
}

/** @param {Mode} mode */
async function bundleMode(mode) {
  const tests = ['everywhere', mode.suite].flatMap((suite) =>
    testFiles(join(root, 'test', 'integration', suite)),
  );
  const loadMocha =
    mode.host === 'node'
      ? `(await import('mocha')).default`
      : `(require('mocha/mocha.js'), globalThis.Mocha)`;
  await build({
    ...common,
    stdin: {
      resolveDir: root,
      contents: `import { foldersOpened, runSuites } from './test/host/suiteWindow.ts';
export async function run() {
  ${mode.opens === 'nothing' ? '' : 'await foldersOpened();'}
  await runSuites(async () => ${loadMocha}, () => {
${tests.map((file) => `    require(${JSON.stringify(`./${relative(root, file)}`)});`).join('\n')}
  });
}`,
    },
    outfile: testsOf(mode),
    platform: mode.host === 'node' ? 'node' : 'browser',
    ...(mode.host === 'node'
      ? { external: ['vscode', 'mocha'] }
      : {
          external: ['vscode'],
          alias: { 'node:assert/strict': join(root, 'test', 'host', 'assertWeb.ts') },
        }),
  });
}

async function buildMemoryFolder() {
  await build({
    ...common,
    entryPoints: [join(root, 'test', 'host', 'memoryFolder.ts')],
    outfile: join(memoryFolder, 'extension.js'),
    external: ['vscode'],
  });
  const manifest = {
    name: 'memory-folder',
    publisher: 'leadlight-test',
    version: '0.0.0',
    engines: { vscode: '^1.100.0' },
    main: './extension.js',
    activationEvents: ['onFileSystem:leadlight-test'],
    capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
  };
  writeFileSync(join(memoryFolder, 'package.json'), JSON.stringify(manifest));
}

/** @type {import('esbuild').BuildOptions} */
const common = { bundle: true, format: 'cjs', target: 'es2022', logLevel: 'warning' };

/** @param {string} folder */
function testFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(folder, name));
}
