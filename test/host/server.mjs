/** VS Code's real server and workbench, started from what set-up installed. Imports nothing from npm. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { runProgram, startService, temporaryFolder } from './processes.mjs';

/**
 * Settings that keep VS Code itself quiet: no network, no welcome, no chat.
 * https://code.visualstudio.com/docs/reference/default-settings
 */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @typedef {object} ServerOptions
 * @property {import('./setUp.mjs').InstalledEditor} editor
 * @property {boolean} trusted whether every folder is trusted; otherwise new folders open in Restricted Mode
 * @property {Readonly<Record<string, unknown>>} [userSettings]
 * @property {string} [extension] absolute folder of the extension under development
 * @property {'node' | 'web'} [host] the extension host that it runs in, if it can run in both; Node first
 * @property {string} [installed] absolute folder of one more extension, which is installed first
 * @property {string} [vsix] path of a package to install first
 * @property {string} [programs] absolute path of a folder whose programs are found first
 * @property {number} [port] a fixed port; otherwise any free one
 *
 * @typedef {object} WindowOptions
 * @property {string} [workspace] absolute path of a folder or a .code-workspace file; otherwise nothing is open
 * @property {string} [tests] absolute path of a script whose `run()` the extension host calls
 * @property {string} [file] absolute path of a file that is open from the start
 */

/**
 * Starts a server with folders of its own, and resolves when it listens.
 *
 * @param {ServerOptions} options
 * @throws when the server ends before it listens, or does not listen within a minute
 */
export async function startServer({
  editor,
  trusted,
  userSettings,
  extension,
  host,
  installed,
  vsix,
  programs,
  port = 0,
}) {
  const data = temporaryFolder();
  const extensions = join(data.path, 'extensions');
  const folders = ['--server-data-dir', join(data.path, 'data'), '--extensions-dir', extensions];
  const user = join(data.path, 'data', 'data', 'User');
  mkdirSync(user, { recursive: true });
  const settings = {
    ...quietSettings,
    ...(host === 'web' && extension && webOnly(extension)),
    ...userSettings,
  };
  writeFileSync(join(user, 'settings.json'), JSON.stringify(settings));
  if (installed !== undefined) cpSync(installed, join(extensions, basename(installed)), { recursive: true });
  if (vsix !== undefined) {
    const { code, output } = await runProgram(editor.node, [
      editor.server,
      ...folders,
      '--install-extension',
      vsix,
    ]);
    if (code !== 0) throw new Error(`VS Code refused to install ${vsix}:\n${output}`);
  }
  const args = [
    editor.server,
    ...folders,
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...['--accept-server-license-terms', '--enable-smoke-test-driver', '--disable-telemetry'],
    ...(trusted ? ['--disable-workspace-trust'] : []),
    // A shell that starts up puts the PATH into another order.
    ...(programs === undefined ? [] : ['--force-disable-user-env']),
  ];
  const path = [...(programs === undefined ? [] : [programs]), process.env.PATH].join(delimiter);
  const service = startService(editor.node, args, { env: { ...process.env, PATH: path } });
  const stop = () => {
    service.stop();
    data.remove();
  };
  try {
    const listening = await listens(service.process);
    return {
      port: listening,
      /** Resolves with the exit code when the server ends. @type {Promise<number | null>} */
      ended: new Promise((resolve) => service.process.once('close', resolve)),
      /** @param {WindowOptions} options */
      address: (options) => windowAddress({ ...options, port: listening, extension }),
      stop,
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/**
 * Resolves with the port when the server says that it listens.
 *
 * @param {ReturnType<typeof startService>['process']} server
 * @returns {Promise<number>}
 */
function listens(server) {
  return new Promise((resolve, reject) => {
    let output = '';
    /** @param {string} reason */
    const fail = (reason) => reject(new Error(`VS Code's server ${reason}:\n${output.slice(-4000)}`));
    const timer = setTimeout(() => fail('did not listen within 60 s'), 60_000);
    server.once('error', (error) => fail(`could not be started (${error.message})`));
    server.once('close', (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        // Missing native modules fill the log; only the start of it can explain a failure.
        if (output.length < 100_000) output += text;
        const port = /^Extension host agent listening on (\d+)$/m.exec(output)?.[1];
        if (port === undefined) return;
        clearTimeout(timer);
        resolve(Number(port));
      });
    }
  });
}

/** Moves an extension to the web worker: the payload's `extensionDevelopmentKind` is read by the desktop alone. */
/** @param {string} extension */
function webOnly(extension) {
  const { publisher, name } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  return { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } };
}

/** @param {WindowOptions & { port: number, extension: string | undefined }} options */
function windowAddress({ port, workspace, extension, tests, file }) {
  /** @param {string} path */
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`;
  const payload = [
    ...(extension === undefined ? [] : [['extensionDevelopmentPath', remote(extension)]]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
    ...(file === undefined ? [] : [['openFile', remote(file)]]),
  ];
  const url = new URL(`http://127.0.0.1:${port}/`);
  if (workspace === undefined) url.searchParams.set('ew', 'true');
  else {
    const kind = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
    url.searchParams.set(kind, pathToFileURL(workspace).pathname);
  }
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
