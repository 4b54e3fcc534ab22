/**
 * `npm run truth [-- LANGUAGE...] [--show] [--write]`: compares the markers that Leadlight finds in real code with
 * those found in what TextMate grammars call comments, and prints one table. `--show` prints each disagreement,
 * `--write` puts the table into media/truth.md. Needs the network and some minutes the first time: 300 MB are fetched, of
 * which the files that can hold a marker are kept.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { setUpCorpora } from './corpora.mjs';
import { installOnce, npm, root, setUpPackages, step } from './setUp.mjs';

const grammars = ['vscode-textmate@9.3.2', 'vscode-oniguruma@2.0.1', 'tm-grammars@1.32.22'];
const out = join(root, 'out', 'truth');

await setUpPackages();
const textMate = await installOnce('textmate-1', async (folder) => {
  await npm(['install', ...grammars], folder);
});
const corpora = JSON.parse(readFileSync(join(root, 'test', 'truth', 'corpora.json'), 'utf8'));
const { unpacked, missing } = await setUpCorpora(corpora);
await step('build', build);
/** @type {typeof import('../truth/main')} */
const { main } = createRequire(import.meta.url)(join(out, 'main.js'));
process.exitCode = await main(
  { root, textMate, tokenizer: join(out, 'tokenizer.js'), corpora: unpacked, missing },
  process.argv.slice(2),
);

async function build() {
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints: ['main', 'tokenizer'].map((name) => join(root, 'test', 'truth', `${name}.ts`)),
    outdir: out,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    platform: 'node',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
}
