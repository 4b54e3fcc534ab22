/**
 * `npm start [-- FOLDER] [--port N] [--web]`: installs what is missing, builds, and opens a real VS Code with
 * Leadlight on FOLDER, or on a copy of the sample workspace. Uses the desktop editor where there is a `code`
 * command, and otherwise VS Code's server, whose address it prints; Ctrl+C ends it.
 * `--port N`, or LEADLIGHT_PORT, fixes the server's port; `--web` runs Leadlight in the web worker host.
 * Exit codes: 0 ended by the user, 1 something could not be set up, 2 wrong arguments.
 */
import { spawn } from 'node:child_process';
import { cpSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { runProgram, temporaryFolder } from './processes.mjs';
import { startServer } from './server.mjs';
import { root, setUpEditor, setUpPackages, step } from './setUp.mjs';
import { onPath } from './systemTools.mjs';

const { folder, port, web } = readArguments();
try {
  await setUpPackages();
  await step('build', build);
  const workspace = folder ?? copyOfSample();
  const code = web || port !== 0 ? undefined : desktopEditor();
  if (code === undefined) await serve(workspace);
  else await openDesktop(code, workspace);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** @param {string} workspace */
async function serve(workspace) {
  // A stranger's folder opens as it would at home: in Restricted Mode until somebody trusts it.
  const trusted = folder === undefined;
  const editor = await setUpEditor();
  if (port !== 0) await requireFree(port);
  const server = await startServer({ editor, trusted, port, extension: root, host: web ? 'web' : 'node' });
  console.log(
    `VS Code with Leadlight on ${workspace}:\n\n  ${server.address({ workspace })}\n\nCtrl+C ends it.`,
  );
  const ended = await server.ended;
  throw new Error(`VS Code's server ended with code ${ended}.`);
}

/** VS Code's server would end with nothing but a stack trace. @param {number} port */
function requireFree(port) {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', (error) => {
      fail(new Error(`Port ${port} cannot be used: ${error.message}`));
    });
    probe.listen(port, '127.0.0.1', () => probe.close(done));
  });
}

/** Waits until the window is closed. @param {string} code @param {string} workspace */
function openDesktop(code, workspace) {
  console.log(`Opening ${workspace} in the desktop editor (${code}).`);
  const args = ['--wait', '--new-window', `--extensionDevelopmentPath=${root}`, workspace];
  const windows = process.platform === 'win32';
  const child = windows
    ? spawn(
        `"${code}"`,
        args.map((arg) => `"${arg}"`),
        { stdio: 'inherit', shell: true },
      )
    : spawn(code, args, { stdio: 'inherit' });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', done);
  });
}

/** The desktop editor's command; not the one of a remote terminal, nor where no window can be opened. */
function desktopEditor() {
  const remote = process.env.VSCODE_IPC_HOOK_CLI !== undefined;
  const noScreen = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  // As root the desktop editor asks for flags of its own.
  return remote || noScreen || process.getuid?.() === 0 ? undefined : onPath(['code']);
}

async function build() {
  const { code, output } = await runProgram(process.execPath, ['esbuild.mjs'], { cwd: root });
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
}

/** A trial must not change the repository. */
function copyOfSample() {
  const copy = join(temporaryFolder().path, 'shop');
  cpSync(join(root, 'test', 'workspaces', 'shop'), copy, { recursive: true });
  return copy;
}

function readArguments() {
  try {
    const options = /** @type {const} */ ({
      port: { type: 'string' },
      web: { type: 'boolean', default: false },
    });
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length > 1)
      throw new Error(`Only one folder can be opened, got ${positionals.join(', ')}.`);
    const given = values.port ?? process.env.LEADLIGHT_PORT ?? '0';
    if (!/^\d{1,5}$/.test(given) || Number(given) > 65535) throw new Error(`"${given}" is not a port.`);
    // npm runs scripts in the repository's root; the person stood elsewhere.
    const named = positionals[0] && resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0]);
    if (named && !statSync(named, { throwIfNoEntry: false })?.isDirectory()) {
      throw new Error(`There is no folder ${named}.`);
    }
    return { folder: named || undefined, port: Number(given), web: values.web };
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : error}\nUsage: npm start [-- FOLDER] [--port N] [--web]`,
    );
    return process.exit(2);
  }
}
