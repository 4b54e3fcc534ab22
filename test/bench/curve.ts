import { type HoverTimes, hoverTimes, restingPlaces } from './hoverTimes';
import { inTurns, type Row } from './measure';
import { philosophies } from './philosophies';
import { openScene } from './scene';
import type { Stage } from './stage';

const sizes = [10, 100, 1000, 10_000];
const admitting = 10;
const packages = Array.from({ length: 100 }, (_, index) => `packages/p${index}`);

/** Hovers while guidance grows that does not concern the file: with ten philosophies that do, and ever more others. */
export async function curve({ server, temporaryFolder }: Stage): Promise<readonly Row[]> {
  const files = packages.flatMap((folder) => [`${folder}/src/index.ts`, `${folder}/worker.py`]);
  const scenes = [];
  for (const size of sizes) {
    const items = philosophies(size, { filesOf: (index) => globOf(index) });
    scenes.push(await openScene(server, { folder: temporaryFolder(), items, files, reads: 'guidance' }));
  }
  const plan = {
    places: restingPlaces(scenes[0]!.text, await scenes[0]!.server.matches(), 2000),
    edits: 12,
  };
  const sides = scenes.map((scene) => () => hoverTimes(scene.server, plan));
  await inTurns(2, sides);
  const [fewest = [], ...more] = await inTurns(7, sides);
  await Promise.all(scenes.map((scene) => scene.server.stop()));

  const rows = (what: string, pick: (times: HoverTimes) => number): Row[] =>
    more.map((times, index) => ({
      what: `Hover in 10,000 lines, ${admitting} of ${sizes[index + 1]!.toLocaleString('en')} philosophies admit it: ${what}`,
      unit: 'ms',
      own: times.map(pick),
      besides: { what: `${admitting} of ${sizes[0]}`, figures: fewest.map(pick) },
      goal: '1x',
    }));
  return [
    ...rows('p50', ({ p50 }) => p50),
    ...rows('p99', ({ p99 }) => p99),
    ...rows('right after an edit', ({ afterEdit }) => afterEdit),
  ];
}

function globOf(index: number): string {
  if (index < admitting) return '"src/**/*.ts"';
  const folder = packages[index % packages.length]!;
  return [
    `"${folder}/**"`,
    `"${folder}/src/**/*.ts"`,
    `["${folder}/*.py", "${folder}/src/*"]`,
    `"**/${folder}/*.py"`,
  ][Math.floor(index / packages.length) % 4]!;
}
