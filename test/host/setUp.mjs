/**
 * Puts in place what a fresh clone lacks: the npm packages, and a real VS Code from the npm registry.
 * Runs before `npm install`, so it imports nothing from npm. A step that finds everything there is silent.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runProgram } from './processes.mjs';

/** The repository's root folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where VS Code and its Node live: an ignored folder, 800 MB. */
const cache = join(root, '.vscode-test');
const codeServer = 'code-server@4.139.1';
const nodeVersion = '24';

/** A binary and the script of VS Code's server that it runs. @typedef {{ node: string, server: string }} InstalledEditor */

/** Runs `npm ci` unless node_modules holds exactly what package-lock.json asks for. */
export async function setUpPackages() {
  if (packagesMatchLock()) return;
  await step('npm packages (npm ci)', () => npm(['ci'], root));
}

/** Installs VS Code's server, and the Node it wants, from the npm registry. @returns {Promise<InstalledEditor>} */
export async function setUpEditor() {
  const nodePackage = `${nodePlatform()}@${nodeVersion}`;
  const nodeFolder = await installOnce(nodePackage, async (folder) => {
    await npm(['install', nodePackage], folder);
  });
  const editorFolder = await installOnce(codeServer, async (folder) => {
    await npm(['install', codeServer, '--ignore-scripts'], folder);
    // The package carries shrinkwraps instead of its dependencies, and would install them in a script.
    const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
    await npm(['install', '--omit=dev', '--ignore-scripts'], vscode);
    await npm(['install', '--omit=dev', '--ignore-scripts'], join(vscode, 'extensions'));
  });
  const binary = process.platform === 'win32' ? ['bin', 'node.exe'] : ['bin', 'node'];
  return {
    node: join(nodeFolder, 'node_modules', nodePlatform(), ...binary),
    server: join(editorFolder, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  };
}

/**
 * Says what is being done and how long it took.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 */
export async function step(name, work) {
  const start = performance.now();
  process.stdout.write(`set-up: ${name} ...`);
  try {
    const result = await work();
    process.stdout.write(` ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write(' failed\n');
    throw error;
  }
}

/** npm writes node_modules/.package-lock.json last, so a half-finished install does not have it. */
function packagesMatchLock() {
  const wanted = readLock(join(root, 'package-lock.json'));
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.integrity === entry.integrity,
  );
}

/** @param {string} path @returns {Record<string, { integrity?: string, optional?: boolean }>} */
function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

/** ripgrep's program, for the benchmark to race against. */
export async function setUpRipgrep() {
  const system = `${process.platform}-${process.arch}`;
  const folder = await installOnce(`ripgrep-${system}@1.18.0`, (to) =>
    npm(['install', `@vscode/ripgrep-${system}@1.18.0`], to),
  );
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  return join(folder, 'node_modules', '@vscode', `ripgrep-${system}`, 'bin', program);
}

/**
 * Installs into a folder of this process, and renames it when it is complete: what carries the final name is whole.
 *
 * @param {string} name of the folder under the cache; `/` separates
 * @param {(folder: string) => Promise<void>} install
 * @returns {Promise<string>} the path of the folder
 */
export async function installOnce(name, install) {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  removeAbandonedInstalls();
  const unfinished = join(cache, `unfinished-${process.pid}`);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  // npm installs into the nearest folder above that has a package.json.
  writeFileSync(join(unfinished, 'package.json'), '{ "private": true }\n');
  await step(name, () => install(unfinished));
  mkdirSync(dirname(folder), { recursive: true });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another run may have finished the same install first.
    if (!existsSync(folder)) throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

function removeAbandonedInstalls() {
  if (!existsSync(cache)) return;
  for (const entry of readdirSync(cache)) {
    const pid = /^unfinished-(\d+)$/.exec(entry)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) {
      rmSync(join(cache, entry), { recursive: true, force: true });
    }
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** The npm package that holds Node's binary for this machine. */
function nodePlatform() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  // This one name is taken by somebody else on the registry.
  const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform}-${process.arch}`;
}

/** @param {readonly string[]} args @param {string} cwd */
export async function npm(args, cwd) {
  const { code, output } = await runProgram('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
  });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}:\n${output}`);
}
