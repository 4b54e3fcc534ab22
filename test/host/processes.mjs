/** Child processes and temporary folders that never outlive this process, however it ends. */
import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const windows = process.platform === 'win32';

/** What to undo when this process ends. @type {Set<() => void>} */
const undo = new Set();

process.once('exit', () => {
  for (const step of undo) step();
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143));
}

/**
 * Runs a program to its end and returns its exit code with everything it wrote.
 * A program that cannot be started has exit code 127, and one that was ended at its limit 124.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, limit?: number }} [options] `limit` in milliseconds
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runProgram(command, args, options = {}) {
  return new Promise((resolve) => {
    const { limit, ...rest } = options;
    // Windows starts npm.cmd only through a shell.
    const child = spawn(command, args, {
      ...rest,
      shell: windows && !command.endsWith('.exe'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const kill = () => void child.kill();
    undo.add(kill);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => void (output += text));
    }
    let ended = 1;
    const timer = limit === undefined ? undefined : setTimeout(() => (kill(), (ended = 124)), limit);
    /** @param {number} code */
    const finish = (code) => {
      undo.delete(kill);
      clearTimeout(timer);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      finish(127);
    });
    child.on('close', (code) => finish(code ?? ended));
  });
}

/**
 * Starts a long-running Node program as the leader of a process group, so that stopping it also stops what it
 * started. It dies with this process even if this one is killed: the end of its standard input tells it.
 *
 * @param {string} node path of the Node binary to run it with
 * @param {readonly string[]} args the script and its arguments
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 */
export function startService(node, args, options = {}) {
  const end = windows ? 'process.exit()' : 'process.kill(-process.pid, "SIGKILL")';
  // Forked children inherit --import; only the leader itself may act on it.
  const watch = `if (process.argv[1] === ${JSON.stringify(args[0])}) process.stdin.on("close", () => ${end}).resume();`;
  const child = spawn(node, ['--import', `data:text/javascript,${encodeURIComponent(watch)}`, ...args], {
    ...options,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: !windows,
  });
  const kill = () => {
    if (child.pid === undefined) return;
    try {
      if (windows) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f']);
      else process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The whole group is gone already.
    }
  };
  undo.add(kill);
  return {
    process: child,
    stop() {
      kill();
      undo.delete(kill);
    },
  };
}

/** Makes an empty temporary folder; it is removed by `remove()` and at the latest when this process ends. */
export function temporaryFolder() {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'leadlight-'));
  const remove = () => {
    undo.delete(remove);
    try {
      rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch {
      // A process that is still ending may write into it: the system's own cleaning takes the rest.
    }
  };
  undo.add(remove);
  return { path, remove };
}
