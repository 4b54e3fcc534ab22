/**
 * Builds the seven bundles into dist/: client and server for Node and for the web worker, the command line, and the
 * threads that look for markers and count places, which the server and the command line start.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, context } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: production,
  sourcemap: !production,
  legalComments: 'none',
  logLevel: 'info',
  metafile: true,
};

/** @type {import('esbuild').BuildOptions} */
const node = { ...shared, platform: 'node', mainFields: ['module', 'main'] };

/** @type {import('esbuild').BuildOptions} */
const web = {
  ...shared,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  // There is no `document` in a worker, which some packages otherwise expect of a browser.
  conditions: ['worker'],
};

const bundles = [
  {
    ...node,
    entryPoints: ['src/client/extension.node.ts'],
    outfile: 'dist/client.node.js',
    external: ['vscode'],
  },
  {
    ...web,
    entryPoints: ['src/client/extension.web.ts'],
    outfile: 'dist/client.web.js',
    external: ['vscode'],
  },
  { ...node, entryPoints: ['src/server/main.node.ts'], outfile: 'dist/server.node.js' },
  { ...node, entryPoints: ['src/node/markerWorker.ts'], outfile: 'dist/markerWorker.js' },
  { ...node, entryPoints: ['src/node/placeWorker.ts'], outfile: 'dist/placeWorker.js' },
  /** A worker is a script, not a module: an IIFE needs no `module` object. */
  {
    ...web,
    entryPoints: ['src/server/main.web.ts'],
    outfile: 'dist/server.web.js',
    format: /** @type {const} */ ('iife'),
  },
  {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    define: { LEADLIGHT_VERSION: JSON.stringify(version) },
  },
];

if (watch) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  const results = await Promise.all(bundles.map((options) => build(options)));
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
  writeFileSync('dist/third-party-notices.txt', notices(inputs));
}

/**
 * The licences of the packages that the bundles hold, which ask to be passed on with them.
 *
 * @param {readonly string[]} inputs paths of bundled files
 */
function notices(inputs) {
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return `Leadlight contains these packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
