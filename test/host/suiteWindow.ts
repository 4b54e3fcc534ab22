/**
 * Runs mocha inside an extension host, in Node or in a web worker, and reports through the console: the only way
 * out of a worker. Each report is one line of JSON after `reportMark`; windowReports.mjs reads them.
 */
import type Mocha from 'mocha';
import * as vscode from 'vscode';

/** Begins each line that is a report; everything else on the console is noise. */
const reportMark = '@leadlight-test ';

/** One line of a window's report. `end` comes once and last; a window without it has failed. */
export type WindowReport =
  | { readonly type: 'start'; readonly title: string }
  | { readonly type: 'passed' | 'skipped' | 'end' }
  | { readonly type: 'failed'; readonly title: string; readonly text: string };

/** Suites ask for the folders of the window when they are declared, and those of a workspace file can come late. */
export async function foldersOpened(): Promise<void> {
  for (let turn = 0; turn < 300 && !vscode.workspace.workspaceFolders?.length; turn++)
    await new Promise((done) => setTimeout(done, 100));
}

/**
 * Runs the suites that `load` declares.
 *
 * @param loadMocha brings the Mocha class of this host
 * @param load declares the suites; called when mocha's globals are there
 * @throws when a suite cannot be declared, or a test fails: the editor then exits with code 1
 */
export async function runSuites(loadMocha: () => Promise<typeof Mocha>, load: () => void): Promise<void> {
  const MochaClass = await loadMocha();
  const mocha = new MochaClass({
    ui: 'bdd',
    reporter: asReporter(report),
    forbidOnly: true,
    timeout: 60_000,
    // A busy window refuses an edit or loses its focus now and then: what is broken fails three times.
    retries: 2,
  });
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha);
  try {
    load();
  } catch (error) {
    print({ type: 'failed', title: 'The suites could not be declared.', text: textOf(error) });
    throw error;
  }
  const failed = await new Promise<number>((resolve) => void mocha.run(resolve));
  if (failed > 0) throw new Error(`${failed} failed`);
}

/** Mocha calls a reporter with `new`, which a plain function bears as well. */
function asReporter(reporter: (runner: Mocha.Runner) => void): Mocha.ReporterConstructor {
  return reporter as unknown as Mocha.ReporterConstructor;
}

function report(runner: Mocha.Runner): void {
  runner.on('test', (test) => print({ type: 'start', title: test.fullTitle() }));
  runner.on('pass', () => print({ type: 'passed' }));
  runner.on('pending', () => print({ type: 'skipped' }));
  runner.on('fail', (test, error) => print({ type: 'failed', title: test.fullTitle(), text: textOf(error) }));
  runner.on('end', () => print({ type: 'end' }));
}

/** The console cuts what is longer than 100,000 characters. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, stack = '' } = error;
  return (stack.includes(message) ? stack : `${message}\n${stack}`).slice(0, 20_000);
}

function print(line: WindowReport): void {
  console.log(reportMark + JSON.stringify(line));
}
