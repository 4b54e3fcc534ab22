/**
 * `npm test [-- SUITE...]`: installs what is missing and runs every suite, or those that are named, one after the
 * other; `integration-MODE` names one window of the integration suites. The last line is `N passed, N failed`, with
 * `, N skipped` if there are any. The exit code is 1 when something failed, and 2 when a name is unknown.
 */
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setUpEditor, setUpPackages } from './setUp.mjs';
import { runCheck, runMocha } from './suites.mjs';
import { setUpBrowser, setUpNeovim } from './systemTools.mjs';

/** @typedef {{ readonly name: string, readonly run: () => Promise<import('./suites.mjs').SuiteResult | undefined> }} Suite */

const total = { passed: 0, failed: 0, skipped: 0 };
// Nothing can run without the packages, so the list of suites is made after them.
if (await count({ name: 'set-up', run: () => setUp([setUpPackages]) })) {
  for (const suite of choose(await listSuites(), process.argv.slice(2))) await count(suite);
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);

/** In the order in which they run. @returns {Promise<readonly Suite[]>} */
async function listSuites() {
  const { buildIntegration, integrationModes } = await import('./integrationModes.mjs');
  const { runIntegration } = await import('./integration.mjs');
  const hooks = './test/host/failurePictures.ts';
  const lint = [
    ['node_modules/eslint/bin/eslint.js', '.'],
    ['node_modules/prettier/bin/prettier.cjs', '--check', '.'],
  ];
  return [
    { name: 'types', run: () => runCheck([['node_modules/typescript/bin/tsc', '-b']]) },
    { name: 'lint', run: () => runCheck(lint) },
    { name: 'build', run: async () => ({ ...(await runCheck([['esbuild.mjs']])), passed: 0 }) },
    { name: 'unit', run: () => runMocha({ name: 'unit', folders: ['core', 'node', 'client', 'house'] }) },
    { name: 'server', run: () => runMocha({ name: 'server', folders: ['server'] }) },
    { name: 'cli', run: async () => (await setUpNeovim(), runMocha({ name: 'cli', folders: ['cli'] })) },
    { name: 'editor', run: () => setUp([setUpEditor, setUpBrowser]) },
    ...integrationModes.map((mode) => ({
      name: `integration-${mode.name}`,
      run: async () => (await buildIntegration([mode]), runIntegration(mode)),
    })),
    { name: 'e2e', run: () => runMocha({ name: 'e2e', folders: ['e2e'], hooks }) },
    { name: 'package', run: () => runCheck([['test/host/package.mjs']]) },
    {
      name: 'package-installed',
      run: () => runMocha({ name: 'package-installed', folders: ['package'], hooks }),
    },
  ];
}

/** A step that fails counts as a failure; one that works is no test. @param {readonly (() => Promise<unknown>)[]} steps */
async function setUp(steps) {
  for (const step of steps) await step();
  return { passed: 0, failed: 0, skipped: 0, failures: [] };
}

/**
 * The named suites and what they need, or all. A name also stands for the suites that begin with it and a hyphen.
 *
 * @param {readonly Suite[]} suites
 * @param {readonly string[]} names
 */
function choose(suites, names) {
  /** @param {string} suite @param {string} name */
  const isNamed = (suite, name) => suite === name || suite.startsWith(`${name}-`);
  const unknown = names.filter((name) => !suites.some((suite) => isNamed(suite.name, name)));
  if (unknown.length > 0) {
    console.error(
      `No suite is called ${unknown.join(', ')}. There are: ${suites.map(({ name }) => name).join(', ')}`,
    );
    process.exit(2);
  }
  const wanted = suites.filter(
    (suite) => names.length === 0 || names.some((name) => isNamed(suite.name, name)),
  );
  const built = wanted.some(({ name }) => !['types', 'lint', 'unit'].includes(name));
  return suites.filter((suite) => wanted.includes(suite) || (built && suite.name === 'build'));
}

/** Runs a suite, prints and adds what it came to, and says whether it is free of failures. @param {Suite} suite */
async function count({ name, run }) {
  const start = performance.now();
  const result = await run().catch((error) => ({
    ...{ passed: 0, failed: 1, skipped: 0 },
    failures: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
  }));
  for (const text of result?.failures ?? []) console.log(`\nFAILED ${name}: ${text.trimEnd()}\n`);
  const counts = /** @type {const} */ (['passed', 'failed', 'skipped'])
    .filter((key) => result && result[key] > 0)
    .map((key) => `${result?.[key]} ${key}`);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (result === undefined) console.log(`${name}: there are no such tests`);
  else if (counts.length > 0) console.log(`${name}: ${counts.join(', ')} (${seconds} s)`);
  total.passed += result?.passed ?? 0;
  total.failed += result?.failed ?? 0;
  total.skipped += result?.skipped ?? 0;
  return !result?.failed;
}
