import { runProgram } from '../host/processes.mjs';

/** Milliseconds of a program and all its threads, as a POSIX shell knows them of what it has run; NaN where there is none. */
export async function processorTime(program: string, args: readonly string[], cwd: string): Promise<number> {
  if (process.platform === 'win32') return Number.NaN;
  const all = ['-c', '"$0" "$@" > /dev/null 2>&1; times', program, ...args];
  const { output } = await runProgram('sh', all, { cwd });
  const times = [
    ...output
      .trim()
      .split('\n')
      .at(-1)!
      .matchAll(/(\d+)m([\d.]+)s/g),
  ];
  return times.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  );
}
