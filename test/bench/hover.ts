import { type HoverTimes, hoverTimes, restingPlaces } from './hoverTimes';
import { inTurns, type Row } from './measure';
import { philosophies } from './philosophies';
import { openScene } from './scene';
import type { Stage } from './stage';

const globs = ['"src/**/*.ts"', '"**/*.ts"', '["src/*.ts", "lib/*.ts"]'];

/** A hover over a large file that many philosophies govern, beside a server that has nothing to say. */
export async function hover({ server, emptyServer, temporaryFolder }: Stage): Promise<readonly Row[]> {
  const scene = {
    folder: temporaryFolder(),
    items: philosophies(1000, { filesOf: (index) => globs[index % globs.length]! }),
    files: ['lib/small.ts'],
  };
  const own = await openScene(server, { ...scene, reads: 'guidance' });
  const empty = await openScene(emptyServer, { ...scene, reads: 'nothing' });
  const matches = await own.server.matches();
  const plan = { places: restingPlaces(own.text, matches, 2000), edits: 12 };
  const sides = [own, empty].map((side) => () => hoverTimes(side.server, plan));
  await inTurns(2, sides);
  const [ours = [], theirs = []] = await inTurns(7, sides);
  await Promise.all([own.server.stop(), empty.server.stop()]);

  const row = (what: string, pick: (times: HoverTimes) => number): Row => ({
    what: `Hover in 10,000 lines, 1,000 philosophies, ${matches.length} matches: ${what}`,
    unit: 'ms',
    own: ours.map(pick),
    besides: { what: 'empty server', figures: theirs.map(pick) },
    goal: '2x',
  });
  return [
    row('p50', ({ p50 }) => p50),
    row('p99', ({ p99 }) => p99),
    row('right after an edit', ({ afterEdit }) => afterEdit),
  ];
}
