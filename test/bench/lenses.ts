import { runProgram } from '../host/processes.mjs';
import { entries, kernelGuidance } from './kernelGuidance';
import type { LensTimes } from './lensesOnce';
import { inTurns, type Row } from './measure';
import { processorTime } from './processorTime';
import type { Stage } from './stage';

const runs = 3;

/** Counting the files and places of many entries in a large tree, beside ripgrep on the same words, files and cores. */
export async function lenses(stage: Stage): Promise<readonly Row[]> {
  const folder = await stage.setUpLinuxSource();
  if (folder === undefined) {
    console.log('\nThe sources of Linux are left out: only Debian with root can fetch them.');
    return [];
  }
  const ripgrep = await stage.setUpRipgrep();
  const { words } = kernelGuidance();
  const own = async (): Promise<LensTimes> => {
    const { code, output } = await runProgram(process.execPath, [
      stage.lensesOnce,
      stage.placeWorker,
      folder,
    ]);
    if (code !== 0) throw new Error(`the count of ${folder} failed:\n${output}`);
    return JSON.parse(output) as LensTimes;
  };
  const other = async (): Promise<LensTimes> => {
    const start = performance.now();
    const args = ['-j2', '--count-matches', '-w', words.join('|'), '--no-require-git', '--hidden'];
    await runProgram(ripgrep, args, { cwd: folder });
    const count = performance.now() - start;
    const cpu = await processorTime(ripgrep, args, folder);
    return { count, again: 0, cpu, block: 0, files: 0, titles: [] };
  };
  const [ours = [], theirs = []] = await inTurns(runs, [own, other]);
  const { files, titles } = ours[0]!;
  expectPlaces(titles);
  const what = `code lenses of ${entries} entries, Linux, ${files.toLocaleString('en')} files`;
  const all = (side: readonly LensTimes[], pick: (times: LensTimes) => number) => side.map(pick);
  return [
    {
      what: `${what}: all counts`,
      unit: 'ms',
      own: all(ours, ({ count }) => count),
      besides: { what: `ripgrep, ${words.length} words`, figures: all(theirs, ({ count }) => count) },
      goal: '3x',
    },
    {
      what: `${what}: processor time, which other programs disturb less`,
      unit: 'ms',
      own: all(ours, ({ cpu }) => cpu),
      besides: { what: `ripgrep, ${words.length} words`, figures: all(theirs, ({ cpu }) => cpu) },
    },
    {
      what: `${what}: again after one selector changed`,
      unit: 'ms',
      own: all(ours, ({ again }) => again),
      besides: { what: 'first count', figures: all(ours, ({ count }) => count) },
    },
    {
      what: `${what}: longest block of the event loop (under 50 ms)`,
      unit: 'ms',
      own: all(ours, ({ block }) => block),
    },
  ];
}

/** What is fast because it finds nothing would not count. */
function expectPlaces(titles: readonly string[]): void {
  const places = titles.map((title) => Number(/, ([\d]+) places?$/.exec(title)?.[1] ?? 0));
  const some = places.filter((count) => count > 0).length;
  if (titles.length !== entries || some < entries / 3)
    throw new Error(`only ${some} of ${titles.length} entries have places`);
}
