import { inTurns, type Turns } from '../turns';
import type { CountTarget } from './placeCounter';

/** What is looked for in files: keys of selectors, by file. */
export interface CountPlan {
  /** Sorted. */
  readonly files: readonly string[];
  /** By file, an index of `sets`. */
  readonly setOf: Uint32Array;
  readonly sets: readonly (readonly string[])[];
}

export const noPlan: CountPlan = { files: [], setOf: new Uint32Array(), sets: [] };

/** What is to be done so that all of a plan is counted. */
export interface CountWork {
  /** What is not counted yet. */
  readonly targets: readonly CountTarget[];
  readonly sets: readonly (readonly string[])[];
  /** What is not counted any more; a file that is gone is in it for all that it was counted for. */
  readonly dropped: readonly CountTarget[];
  readonly droppedSets: readonly (readonly string[])[];
}

/**
 * From one plan, all of which is counted but for the files that were touched, to another; in the order of the files, and
 * a few milliseconds at a time.
 */
export async function workBetween(
  before: CountPlan,
  after: CountPlan,
  { touched, turns }: { readonly touched: ReadonlySet<string>; readonly turns: Turns },
): Promise<CountWork> {
  const added = new SetTable();
  const removed = new SetTable();
  const pairs = new Map<number, readonly [add: number, remove: number]>();
  const targets: CountTarget[] = [];
  const dropped: CountTarget[] = [];
  /** Sets are counted from 1 here; 0 is none. */
  const note = (path: string, from: number, to: number) => {
    const isTouched = touched.has(path);
    const pair = (from * (after.sets.length + 1) + to) * 2 + Number(isTouched);
    const known = pairs.get(pair) ?? [
      added.add(without(after.sets[to - 1], isTouched ? [] : before.sets[from - 1])),
      removed.add(without(before.sets[from - 1], after.sets[to - 1])),
    ];
    pairs.set(pair, known);
    if (known[0] >= 0) targets.push({ path, set: known[0] });
    if (known[1] >= 0) dropped.push({ path, set: known[1] });
  };
  let old = 0;
  const look = (index: number) => {
    const path = after.files[index]!;
    for (; old < before.files.length && before.files[old]! < path; old++)
      note(before.files[old]!, before.setOf[old]! + 1, 0);
    const isOld = before.files[old] === path;
    note(path, isOld ? before.setOf[old]! + 1 : 0, after.setOf[index]! + 1);
    if (isOld) old++;
  };
  await inTurns(after.files.keys(), look, turns);
  for (; old < before.files.length; old++) note(before.files[old]!, before.setOf[old]! + 1, 0);
  return { targets, sets: added.sets, dropped, droppedSets: removed.sets };
}

/** Each list of keys once. */
class SetTable {
  readonly sets: (readonly string[])[] = [];
  readonly #known = new Map<string, number>();

  /** -1 for an empty list. */
  add(keys: readonly string[]): number {
    if (keys.length === 0) return -1;
    const name = keys.join('\n');
    const known = this.#known.get(name) ?? this.sets.push(keys) - 1;
    this.#known.set(name, known);
    return known;
  }
}

function without(keys: readonly string[] = [], others: readonly string[] = []): readonly string[] {
  const left = new Set(others);
  return keys.filter((key) => !left.has(key));
}
