/**
 * `npm run test:desktop [-- VERSION]`: runs the integration suites in the desktop editor, which is downloaded from
 * Microsoft: `stable`, or a version such as 1.100.0. A Linux without a screen needs `xvfb-run` in front.
 * The last line is `N passed, N failed`; the exit code is 1 when something failed or nothing could be run.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { runProgram, temporaryFolder } from './processes.mjs';
import { quietSettings } from './server.mjs';
import { root, setUpPackages, step } from './setUp.mjs';
import { runCheck } from './suites.mjs';

await setUpPackages();
const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
const { buildIntegration, integrationModes, layOut, memoryFolder, testsOf } =
  await import('./integrationModes.mjs');
const { readReports } = await import('./windowReports.mjs');

const version = process.argv[2] ?? 'stable';
const total = { passed: 0, failed: 0 };
try {
  const editor = await step(`desktop editor ${version}`, () =>
    downloadAndUnzipVSCode({ version, cachePath: join(root, '.vscode-test') }),
  );
  const build = await runCheck([['esbuild.mjs']]);
  if (build.failed > 0) throw new Error(build.failures.join('\n'));
  await buildIntegration(integrationModes);
  for (const mode of integrationModes) await count(mode, await runDesktop(editor, mode));
} catch (error) {
  console.error(`The desktop suites could not be run: ${error instanceof Error ? error.message : error}`);
  total.failed++;
}
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);

/** @param {import('./integrationModes.mjs').Mode} mode @param {import('./suites.mjs').SuiteResult} result */
async function count(mode, result) {
  for (const text of result.failures) console.log(`\nFAILED ${mode.name}: ${text}\n`);
  console.log(`${mode.name}: ${result.passed} passed, ${result.failed} failed`);
  total.passed += result.passed;
  total.failed += result.failed;
}

/** @param {string} editor path of the executable @param {import('./integrationModes.mjs').Mode} mode */
async function runDesktop(editor, mode) {
  const files = temporaryFolder();
  const workspace = layOut(mode, files.path);
  const user = join(files.path, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, 'settings.json'), JSON.stringify(quietSettings));
  const { code, output } = await runProgram(
    editor,
    [
      ...(workspace === undefined ? ['--new-window'] : [workspace]),
      `--extensionDevelopmentPath=${root}`,
      ...(mode.opens === 'virtual' ? [`--extensionDevelopmentPath=${memoryFolder}`] : []),
      ...(mode.host === 'web' ? ['--extensionDevelopmentKind=web'] : []),
      `--extensionTestsPath=${testsOf(mode)}`,
      `--user-data-dir=${join(files.path, 'data')}`,
      `--extensions-dir=${join(files.path, 'extensions')}`,
      ...(mode.trusted ? ['--disable-workspace-trust'] : []),
      ...[
        '--no-sandbox',
        '--disable-gpu-sandbox',
        '--disable-updates',
        '--skip-welcome',
        '--skip-release-notes',
      ],
    ],
    { limit: 10 * 60_000 },
  );
  files.remove();
  const reports = readReports();
  for (const line of output.split('\n')) reports.read(line);
  if (!reports.ended()) console.log(output);
  return reports.result(`the editor ended with code ${code}`);
}
