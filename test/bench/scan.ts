import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../host/processes.mjs';
import { inTurns, type Row } from './measure';
import { processorTime } from './processorTime';
import type { ScanTimes } from './scanOnce';
import type { Stage } from './stage';

const runs = 5;
const words = 'TODO|FIXME|HACK|XXX|BUG';
/** As Leadlight: what git ignores is left out also where there is no repository, and hidden files are not. */
const ripgrepOptions = [
  '--no-ignore-parent',
  '--no-require-git',
  '--hidden',
  '-g',
  '!node_modules',
  '-g',
  '!.git',
];

const ripgrepArguments = ['-j2', '-n', '--no-heading', '-w', words, ...ripgrepOptions];

/** Looking for markers in all files of large folders, beside ripgrep on the same files and cores. */
export async function scan(stage: Stage): Promise<readonly Row[]> {
  const ripgrep = await stage.setUpRipgrep();
  const linux = await stage.setUpLinuxSource();
  if (linux === undefined)
    console.log('\nThe sources of Linux are left out: only Debian with root can fetch them.');
  const folders = { ...(linux && { Linux: linux }), node_modules: copyOfPackages(stage) };
  const rows: Row[] = [];
  for (const [name, folder] of Object.entries(folders))
    rows.push(...(await rowsOf(name, folder, { ...stage, ripgrep })));
  return rows;
}

/** Files are changed while it is measured: a run that is killed must leave the real ones alone. */
function copyOfPackages(stage: Stage): string {
  const copy = join(stage.temporaryFolder(), 'packages');
  cpSync(join(stage.extension, 'node_modules'), copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

type Programs = Pick<Stage, 'markerWorker' | 'scanOnce'> & { readonly ripgrep: string };

interface Figures extends Omit<ScanTimes, 'debt' | 'files'> {
  readonly whole: number;
}

async function rowsOf(name: string, folder: string, programs: Programs): Promise<readonly Row[]> {
  const { files, debt } = await scanOnce(folder, programs);
  await expectLines(debt, folder, programs);
  const own = async (): Promise<Figures> => {
    const times = await scanOnce(folder, programs);
    return { ...times, whole: times.list + times.scan };
  };
  const other = async (): Promise<Figures> => {
    const start = performance.now();
    const { output } = await runRipgrep(folder, programs);
    const whole = performance.now() - start;
    const mebibytes = Buffer.byteLength(output) / 1024 ** 2;
    return {
      whole,
      list: 0,
      scan: 0,
      cpu: await processorTime(programs.ripgrep, ripgrepArguments, folder),
      again: 0,
      block: 0,
      mebibytes,
    };
  };
  const [ours = [], theirs = []] = await inTurns(runs, [own, other]);
  const what = `${name}, ${files.toLocaleString('en')} files`;
  const all = (side: readonly Figures[], pick: (times: Figures) => number) => side.map(pick);
  const whole = all(ours, (times) => times.whole);
  return [
    {
      what: `${what}: listing them and looking for all tags, ${debt.length.toLocaleString('en')} debt markers`,
      unit: 'ms',
      own: whole,
      besides: { what: 'ripgrep, five words', figures: all(theirs, (times) => times.whole) },
      goal: '2x',
    },
    {
      what: `${what}: processor time of both, which other programs disturb less`,
      unit: 'ms',
      own: all(ours, ({ cpu }) => cpu),
      besides: { what: 'ripgrep, five words', figures: all(theirs, ({ cpu }) => cpu) },
    },
    {
      what: `${what}: of that, listing them`,
      unit: 'ms',
      own: all(ours, ({ list }) => list),
      besides: { what: 'all', figures: whole },
    },
    {
      what: `${what}: again after 100 changed`,
      unit: 'ms',
      own: all(ours, ({ again }) => again),
      besides: { what: 'first scan', figures: all(ours, (times) => times.scan) },
      goal: '0.1x',
    },
    {
      what: `${what}: most memory of the process`,
      unit: 'MiB',
      own: all(ours, ({ mebibytes }) => mebibytes),
      besides: { what: "ripgrep's output", figures: all(theirs, ({ mebibytes }) => mebibytes) },
    },
    {
      what: `${what}: longest block of the event loop (under 50 ms)`,
      unit: 'ms',
      own: all(ours, ({ block }) => block),
    },
  ];
}

async function scanOnce(folder: string, { scanOnce: script, markerWorker }: Programs): Promise<ScanTimes> {
  const { code, output } = await runProgram(process.execPath, [script, markerWorker, folder]);
  if (code !== 0) throw new Error(`the scan of ${folder} failed:\n${output}`);
  return JSON.parse(output) as ScanTimes;
}

/** The exit code says only whether there was anything, and whether all could be read. */
function runRipgrep(folder: string, { ripgrep }: Programs, options: readonly string[] = []) {
  return runProgram(ripgrep, [...ripgrepArguments, ...options], { cwd: folder });
}

/** What is fast because it is wrong would not count: ripgrep must see the word on every line with a debt marker. */
async function expectLines(debt: readonly string[], folder: string, programs: Programs): Promise<void> {
  const { output } = await runRipgrep(folder, programs, ['-i', '--text', '--crlf']);
  const lines = new Set(output.split('\n').map((line) => /^(.*?:\d+):/.exec(line)?.[1]));
  const strange = debt.filter((line) => !lines.has(line));
  if (debt.length === 0 || strange.length > 0)
    throw new Error(
      `${strange.length} of ${debt.length} markers are no lines of ripgrep: ${strange.slice(0, 5).join()}`,
    );
}
