/** Builds the five bundles into dist/: client and server for Node and for the web worker, and the command line. */
import { readFileSync } from 'node:fs';
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
  await Promise.all(bundles.map((options) => build(options)));
}
