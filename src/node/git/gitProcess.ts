import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import type { CancelSignal } from '../../core/host';
import { createLimiter } from '../limiter';
import { findGit } from './findGit';

export interface GitCall {
  /** Absolute path of the folder in which git runs. */
  readonly folder: string;
  /** The command and its arguments; what comes from a repository stands behind `--`. */
  readonly args: readonly string[];
  /** Settings for this call, `name=value`. */
  readonly settings?: readonly string[];
  /** Variables for this call. */
  readonly variables?: Readonly<Record<string, string>>;
  /** What git reads from its standard input. */
  readonly input?: string | Uint8Array | Iterable<string>;
  readonly signal?: CancelSignal | undefined;
}

export interface GitEnd {
  /** `undefined` where git did not run to its end. */
  readonly code: number | undefined;
  /** What git said, or why it did not run to its end; a text to log. */
  readonly message: string;
}

export interface GitProcesses {
  /** What git prints; ends with how it ended. Ending early kills the process. Never throws. */
  start(call: GitCall): AsyncGenerator<Buffer, GitEnd>;
  /** All that git prints at once. */
  read(call: GitCall): Promise<GitEnd & { readonly output: Buffer }>;
}

export interface GitProcessOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Git is killed when it prints nothing for so long. */
  readonly silentMilliseconds?: number;
  /** Git is killed when it prints more, except to who takes it piece by piece. */
  readonly maxBytes?: number;
}

/** Runs git, two at a time, so that nothing that a repository says about itself runs or reaches the network. */
export function createGitProcesses(options: GitProcessOptions): GitProcesses {
  const { silentMilliseconds = 30_000, maxBytes = 128 * 1024 * 1024 } = options;
  const env = environment(options.env);
  const limit = createLimiter(2);
  let found: Promise<string | undefined> | undefined;

  async function* start(call: GitCall): AsyncGenerator<Buffer, GitEnd> {
    const release = await take(limit);
    try {
      const git = await (found ??= findGit(options.env));
      if (git === undefined) return { code: undefined, message: 'there is no git on the PATH' };
      if (call.signal?.aborted === true) return { code: undefined, message: 'cancelled' };
      return yield* outputOf(git, { call, env, silentMilliseconds });
    } finally {
      release();
    }
  }

  return {
    start,
    async read(call) {
      const chunks: Buffer[] = [];
      let bytes = 0;
      const chunksOf = start(call);
      for (;;) {
        const { done, value } = await chunksOf.next();
        if (done === true) return { ...value, output: Buffer.concat(chunks) };
        chunks.push(value);
        bytes += value.length;
        if (bytes <= maxBytes) continue;
        await chunksOf.return({ code: undefined, message: '' });
        return {
          code: undefined,
          message: `it printed more than ${maxBytes} bytes`,
          output: Buffer.alloc(0),
        };
      }
    },
  };
}

/**
 * Settings that outrank those of the repository: nothing watches, hooks in, pages, or rewrites the index. Git knows
 * `/dev/null` on every system.
 */
const settings = [
  'core.fsmonitor=',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'core.quotePath=true',
  'diff.autoRefreshIndex=false',
  'mailmap.file=/dev/null',
];

/** Where git looks for a person's settings, and how far up for a repository: these may stay. */
const kept = new Set([
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
  'GIT_CEILING_DIRECTORIES',
  'GIT_DISCOVERY_ACROSS_FILESYSTEM',
  'GIT_EXEC_PATH',
]);

function environment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => !/^GIT_/iu.test(name) || kept.has(name));
  return {
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_LITERAL_PATHSPECS: '1',
    // A partial clone would fetch what it lacks, over whatever transport its settings name.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  };
}

async function* outputOf(
  git: string,
  { call, env, silentMilliseconds }: { call: GitCall; env: NodeJS.ProcessEnv; silentMilliseconds: number },
): AsyncGenerator<Buffer, GitEnd> {
  const named = [...settings, ...(call.settings ?? [])].flatMap((setting) => ['-c', setting]);
  let why: string | undefined;
  let stop: (() => void) | undefined;
  try {
    const child = spawn(git, ['--no-pager', '--no-optional-locks', ...named, ...call.args], {
      cwd: call.folder,
      env: { ...env, ...call.variables },
      windowsHide: true,
    });
    const kill = (reason: string) => {
      why ??= reason;
      child.kill('SIGKILL');
    };
    const reason = `it was silent for ${silentMilliseconds / 1000} s`;
    const timer = setTimeout(() => kill(reason), silentMilliseconds);
    const cancel = () => kill('cancelled');
    call.signal?.addEventListener('abort', cancel);
    stop = () => {
      call.signal?.removeEventListener('abort', cancel);
      clearTimeout(timer);
      kill('nobody reads on');
    };
    const ended = endOf(child);
    give(child, call.input);
    for await (const chunk of child.stdout) {
      timer.refresh();
      yield chunk as Buffer;
    }
    const end = await ended;
    return why === undefined ? end : { code: undefined, message: why };
  } catch (error) {
    return { code: undefined, message: why ?? String(error) };
  } finally {
    stop?.();
  }
}

function give(child: ChildProcessWithoutNullStreams, input: GitCall['input']): void {
  // Git may end before it has read everything.
  child.stdin.on('error', () => undefined);
  if (input === undefined || typeof input === 'string' || input instanceof Uint8Array) child.stdin.end(input);
  else Readable.from(input).pipe(child.stdin);
}

function endOf(child: ChildProcessWithoutNullStreams): Promise<GitEnd> {
  let message = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => {
    if (message.length < 2000) message += text;
  });
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: undefined, message: error.message }));
    child.on('close', (code) => resolve({ code: code ?? undefined, message: message.trim() }));
  });
}

/** Takes one of the places of a limiter until the answer is called. */
function take(limit: <T>(action: () => Promise<T>) => Promise<T>): Promise<() => void> {
  return new Promise((proceed) => {
    void limit(() => new Promise<void>((release) => proceed(release)));
  });
}
