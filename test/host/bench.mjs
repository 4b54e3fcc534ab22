/**
 * `npm run bench [-- BENCH...]`: installs what is missing, builds for production, measures, and prints one table.
 * Nothing in it passes or fails: the goals stand beside the figures. Quiet machines give figures worth keeping.
 */
import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { runProgram, temporaryFolder } from './processes.mjs';
import { root, setUpPackages, setUpRipgrep, step } from './setUp.mjs';
import { setUpLinuxSource } from './systemTools.mjs';

const out = join(root, 'out', 'bench');

await setUpPackages();
await step('production build', build);
const workspace = temporaryFolder().path;
cpSync(join(root, 'test', 'workspaces', 'shop'), workspace, { recursive: true });
const { startEditor } = await import('./editor.mjs');
/** @type {typeof import('../bench/main')} */
const { main } = createRequire(import.meta.url)(join(out, 'main.js'));
await main(
  {
    server: join(root, 'dist', 'server.node.js'),
    emptyServer: join(out, 'emptyServer.js'),
    activationTimes: join(out, 'activationTimes.js'),
    markerWorker: join(root, 'dist', 'markerWorker.js'),
    placeWorker: join(root, 'dist', 'placeWorker.js'),
    lensesOnce: join(out, 'lensesOnce.js'),
    scanOnce: join(out, 'scanOnce.js'),
    reviewOnce: join(out, 'reviewOnce.js'),
    reviewBlocks: join(out, 'reviewBlocks.js'),
    setUpRipgrep,
    setUpLinuxSource,
    extension: root,
    workspace,
    startEditor,
    temporaryFolder: () => temporaryFolder().path,
  },
  process.argv.slice(2),
).catch((error) => {
  // The stack would lead into a minified file.
  console.error(`\n${error instanceof Error ? error.message : error}`);
  // Language servers may still be there.
  process.exit(1);
});

/** The bundles that are shipped, and the benches in the same way: what is measured is what users run. */
async function build() {
  const { code, output } = await runProgram(process.execPath, ['esbuild.mjs', '--production'], { cwd: root });
  if (code !== 0) throw new Error(`the build failed:\n${output}`);
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints: [
      'main',
      'emptyServer',
      'activationTimes',
      'scanOnce',
      'lensesOnce',
      'reviewOnce',
      'reviewBlocks',
    ].map((name) => join(root, 'test', 'bench', `${name}.ts`)),
    outdir: out,
    bundle: true,
    minify: true,
    format: 'cjs',
    target: 'es2022',
    platform: 'node',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    logLevel: 'warning',
  });
}
