/** Runs one suite outside of the editor, and counts it. Imports nothing from npm. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { runProgram } from './processes.mjs';
import { root } from './setUp.mjs';

/** A suite that takes longer is stuck. */
const limit = 20 * 60_000;

/** What a suite came to; `failures` holds the text of each failure. @typedef {{ passed: number, failed: number, skipped: number, failures: readonly string[] }} SuiteResult */

/**
 * Runs Node programs that pass or fail as a whole, and counts them as one; what they wrote is the text of a failure.
 *
 * @param {readonly (readonly string[])[]} programs the arguments of Node, program by program
 * @returns {Promise<SuiteResult>}
 */
export async function runCheck(programs) {
  const failures = [];
  for (const args of programs) {
    const { code, output } = await runProgram(process.execPath, args, { cwd: root, limit });
    if (code !== 0) failures.push(output);
  }
  const failed = failures.length > 0 ? 1 : 0;
  return { passed: 1 - failed, failed, skipped: 0, failures };
}

/**
 * Runs every test file under these folders of test/ with mocha, in one process.
 * No test, or a process that ends badly, counts as a failure. Undefined when there is no such folder.
 *
 * @param {{ name: string, folders: readonly string[], hooks?: string }} suite `hooks` is a file with mocha's root hooks
 * @returns {Promise<SuiteResult | undefined>}
 */
export async function runMocha({ name, folders, hooks }) {
  const present = folders
    .map((folder) => join('test', folder))
    .filter((folder) => existsSync(join(root, folder)));
  if (present.length === 0) return undefined;
  const report = join(root, 'out', 'test', `${name}.json`);
  mkdirSync(join(root, 'out', 'test'), { recursive: true });
  rmSync(report, { force: true });
  const { code, output } = await runProgram(
    process.execPath,
    [
      ...[join('node_modules', 'mocha', 'bin', 'mocha.js'), '--timeout', '300000'],
      ...['--reporter', 'json', '--reporter-option', `output=${report}`],
      // Suites with hooks drive a browser, where a slow machine can lose a key: what is broken fails three times.
      ...(hooks === undefined ? [] : ['--require', hooks, '--retries', '2']),
      ...present.flatMap(testFiles),
    ],
    { cwd: root, limit },
  );
  return readReport(report, code, output);
}

/** @param {string} report @param {number} code @param {string} output @returns {SuiteResult} */
function readReport(report, code, output) {
  const { stats, failures } = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { stats: { passes: 0, failures: 0, pending: 0 }, failures: [] };
  const texts = failures.map(
    (/** @type {{ fullTitle: string, err: { message?: string, stack?: string } }} */ { fullTitle, err }) =>
      `${fullTitle}\n${err.stack ?? err.message}`,
  );
  // A failing run ends with the number of its failures; anything else is a crash, a hang or an empty suite.
  const empty = stats.passes + stats.failures + stats.pending === 0;
  const crashed = empty || (code !== 0 && stats.failures === 0);
  const reason = code === 124 ? 'did not end by itself' : empty ? 'ran no test' : 'failed as a whole';
  if (crashed) texts.push(`The suite ${reason} (exit code ${code}).\n${output}`);
  return {
    passed: stats.passes,
    failed: stats.failures + (crashed ? 1 : 0),
    skipped: stats.pending,
    failures: texts,
  };
}

/** @param {string} folder */
function testFiles(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .map((file) => join(folder, file));
}
