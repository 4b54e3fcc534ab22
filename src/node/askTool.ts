import { type ExecFileException, execFile } from 'node:child_process';
import { homedir } from 'node:os';
import { tools } from '../core/text/tools';
import type { AskToolOptions, ToolAnswer } from '../core/walkthrough/toolAnswer';
import { pathOf } from './fileUri';
import { findProgram } from './findProgram';

export interface AskToolHere extends AskToolOptions {
  readonly env: NodeJS.ProcessEnv;
  /** A tool is killed when it takes longer. Those that start Java may need some seconds. */
  readonly limitMs?: number;
}

const maxBytes = 64 * 1024;

/**
 * Asks a tool of the fixed table for its version, without a shell: nothing that is given here is part of what runs but
 * the name of a tool that the table has. Never rejects.
 */
export async function askTool(tool: string, options: AskToolHere): Promise<ToolAnswer> {
  const args = Object.hasOwn(tools, tool) ? tools[tool]! : undefined;
  if (args === undefined) return { kind: 'failed', why: 'is not one of the tools that Leadlight asks' };
  const program = await findProgram(namesOf(tool), options.env);
  if (program !== undefined)
    return run(program, args, options).catch(() => ({ kind: 'failed', why: 'could not be run' }));
  const script = await findProgram([`${tool}.cmd`, `${tool}.bat`], options.env);
  return script === undefined || process.platform !== 'win32'
    ? { kind: 'missing' }
    : { kind: 'failed', why: 'is a script here, which only a shell can run, and Leadlight uses none' };
}

function namesOf(tool: string): readonly string[] {
  return process.platform === 'win32' ? [`${tool}.exe`, `${tool}.com`] : [tool];
}

function run(
  program: string,
  args: readonly string[],
  { folder, signal, env, limitMs = 15_000 }: AskToolHere,
): Promise<ToolAnswer> {
  return new Promise((resolve) => {
    const child = execFile(
      program,
      args,
      {
        // Some tools have a version for each folder. What is not on a disk has none to be in.
        cwd: pathOf(folder) ?? homedir(),
        env: { ...env, ...quiet },
        shell: false,
        windowsHide: true,
        timeout: limitMs,
        killSignal: 'SIGKILL',
        maxBuffer: maxBytes,
      },
      (error, stdout, stderr) => {
        signal.removeEventListener('abort', stop);
        if (signal.aborted) return resolve({ kind: 'failed', why: 'was not waited for' });
        if (error === null) return resolve({ kind: 'said', output: `${stdout}\n${stderr}` });
        resolve({ kind: 'failed', why: whyOf(error, limitMs) });
      },
    );
    const stop = () => {
      // What it started may hold them open.
      child.stdout?.destroy();
      child.stderr?.destroy();
      child.kill('SIGKILL');
    };
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    // Who asks something back gets no answer.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end();
  });
}

function whyOf(error: ExecFileException, limitMs: number): string {
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'says far more than its version';
  if (error.killed === true) return `did not answer within ${limitMs / 1_000} s`;
  return typeof error.code === 'number' ? `failed with exit code ${error.code}` : 'could not be run';
}

/** For the version alone: no network, no program that a repository brings, and English. */
const quiet: NodeJS.ProcessEnv = {
  LC_ALL: 'C',
  NO_COLOR: '1',
  CHECKPOINT_DISABLE: '1',
  COREPACK_ENABLE_DOWNLOAD_PROMPT: '0',
  COREPACK_ENABLE_NETWORK: '0',
  DENO_NO_UPDATE_CHECK: '1',
  DOTNET_CLI_TELEMETRY_OPTOUT: '1',
  DOTNET_SKIP_FIRST_TIME_EXPERIENCE: '1',
  GOTOOLCHAIN: 'local',
  NPM_CONFIG_UPDATE_NOTIFIER: 'false',
  PIP_DISABLE_PIP_VERSION_CHECK: '1',
  RUSTUP_AUTO_INSTALL: '0',
  YARN_IGNORE_PATH: '1',
};
