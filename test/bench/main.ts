import { activation } from './activation';
import { anchors } from './anchors';
import { completion } from './completion';
import { curve } from './curve';
import { diagnosing } from './diagnosing';
import { firstOpen } from './firstOpen';
import { hover } from './hover';
import { keystroke } from './keystroke';
import type { Row } from './measure';
import { largeReview } from './largeReview';
import { lenses } from './lenses';
import { memory } from './memory';
import { opening } from './opening';
import { owners } from './owners';
import { printTable } from './printTable';
import { reading } from './reading';
import { rereading } from './rereading';
import { review } from './review';
import { scan } from './scan';
import { sizes } from './sizes';
import type { Stage } from './stage';

/** In the order of the table. */
const benches: Readonly<Record<string, (stage: Stage) => Promise<readonly Row[]>>> = {
  hover,
  curve,
  keystroke,
  completion,
  reading,
  rereading,
  diagnosing,
  opening,
  owners,
  scan,
  lenses,
  review,
  largeReview,
  anchors,
  activation,
  firstOpen,
  sizes,
  memory,
};

/** Runs the benches that are named, or all, and prints their rows as one table. Throws on an unknown name. */
export async function main(stage: Stage, names: readonly string[]): Promise<void> {
  const wanted = names.length > 0 ? names : Object.keys(benches);
  const rows: Row[] = [];
  for (const name of wanted) {
    const bench = benches[name];
    if (bench === undefined)
      throw new Error(`No bench is called ${name}. There are: ${Object.keys(benches).join(', ')}`);
    const start = performance.now();
    process.stdout.write(`${name} ...`);
    rows.push(...(await bench(stage)));
    process.stdout.write(` ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  }
  console.log(`\n${printTable(rows)}`);
}
