import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';

export const commandLine = join(root, 'dist', 'cli.js');

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where the commands of the tests keep what they found, apart from the person's own. */
export const cacheFolder = temporaryFolder().path;

/** Runs the built `leadlight` command as a person would, in a folder. */
export function leadlight(cwd: string, ...args: readonly string[]): CommandResult {
  return leadlightReading('', cwd, ...args);
}

/** The same with a text on standard input. */
export function leadlightReading(input: string, cwd: string, ...args: readonly string[]): CommandResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [commandLine, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: cacheFolder, LOCALAPPDATA: cacheFolder },
  });
  return { code: status, stdout, stderr };
}
