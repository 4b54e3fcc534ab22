/**
 * `npm run truth [-- LANGUAGE...] [--show] [--write]`: compares the markers that Leadlight finds in real code with
 * those found in what TextMate grammars call comments, and prints one table. `--show` prints each disagreement,
 * `--write` puts the table into media/truth.md. Needs the network and some minutes the first time: 300 MB are fetched, of
 * which the files that can hold a marker are kept.
 *
 * `npm run truth -- review [NAME...] [--show] [--write]`: replays merges of real repositories, and compares what review
 * checklists find in them with what git's own plumbing says. Clones 200 MB the first time; see histories.mjs.
 *
 * `npm run truth -- guidance CLONE... [--show] [--write]`: reads all guidance in the newest commits of clones, and prints
 * how many files of each format there are, with their entries and problems.
 *
 * `npm run truth -- codeowners CLONE...`: compares the files that each rule of CODEOWNERS owns with those that git finds.
 *
 * `npm run truth -- maintainers`: asks the kernel's own script who maintains 400 of its files, and compares. Fetches the
 * sources of Linux the first time, which only Debian with root can.
 *
 * `npm run truth -- anchors CLONE...`: makes 50 anchors in clones as they were 200 commits ago, and counts where they lead
 * now: followed, reported, wrong.
 *
 * `npm run truth -- names FOLDER... [--read=N]`: counts in checked-out repositories how many names in the texts of
 * guidance lead from code to them, by the number of files that they are in, and prints N places of each row to read.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import process from 'node:process';
import { setUpCorpora } from './corpora.mjs';
import { setUpHistories } from './histories.mjs';
import { installOnce, npm, root, setUpPackages, step } from './setUp.mjs';
import { setUpLinuxSource } from './systemTools.mjs';

const grammars = ['vscode-textmate@9.3.2', 'vscode-oniguruma@2.0.1', 'tm-grammars@1.32.22'];
const folder = join(root, 'test', 'truth');
const out = join(root, 'out', 'truth');
const require = createRequire(import.meta.url);
const args = process.argv.slice(2);

await setUpPackages();
/** @type {Readonly<Record<string, (args: readonly string[]) => number | Promise<number>>>} */
const parts = {
  anchors: (clones) => lookInto('anchors/main', clones),
  names: (clones) => lookInto('names/main', clones),
  guidance: (clones) => lookInto('guidance/main', clones),
  codeowners: (clones) => lookInto('guidance/codeowners', clones),
  maintainers: compareMaintainers,
  review: compareReviews,
};
const part = parts[args[0] ?? ''];
process.exitCode = await (part === undefined ? compareMarkers(args) : part(args.slice(1)));

/** @param {readonly string[]} args */
async function compareMarkers(args) {
  const textMate = await installOnce('textmate-1', async (folder) => {
    await npm(['install', ...grammars], folder);
  });
  const { unpacked, missing } = await setUpCorpora(readJson('corpora.json'));
  await step('build', () => build(['main', 'tokenizer']));
  /** @type {typeof import('../truth/main')} */
  const { main } = require(join(out, 'main.js'));
  const tokenizer = join(out, 'tokenizer.js');
  return main({ root, textMate, tokenizer, corpora: unpacked, missing }, args);
}

/** @param {readonly string[]} args */
async function compareReviews(args) {
  const names = args.filter((arg) => !arg.startsWith('--'));
  /** @type {readonly import('./histories.mjs').History[]} */
  const histories = readJson('review/histories.json');
  const chosen = histories.filter(({ name }) => names.length === 0 || names.includes(name));
  const { cloned, missing } = await setUpHistories(chosen);
  await step('build', () => build(['review/main']));
  /** @type {typeof import('../truth/review/main')} */
  const { main } = require(join(out, 'main.js'));
  return main({ root, cloned, missing }, args);
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 */
async function lookInto(script, args) {
  await step('build', () => build([script]));
  /** @type {{ main(args: readonly string[], root: string): number | Promise<number> }} */
  const { main } = require(join(out, `${basename(script)}.js`));
  return main(args, root);
}

async function compareMaintainers() {
  const linux = await setUpLinuxSource();
  if (linux === undefined) throw new Error('The sources of Linux can be had on Debian only, as root.');
  return lookInto('guidance/maintainers', [linux]);
}

/** @param {string} name */
function readJson(name) {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

/** @param {readonly string[]} names */
async function build(names) {
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints: names.map((name) => join(folder, `${name}.ts`)),
    outdir: out,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    platform: 'node',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
}
