import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClonedHistory, MissingHistory } from '../../host/histories.mjs';
import { areas, cases } from './cases';
import { type Merge, mergesOf, readMerge, readTouches } from './plumbing';
import { checkOut, guidanceOf, reviewMerge } from './replay';
import { reviewTable, type Row } from './reviewTable';

export interface Stage {
  /** The repository's root folder. */
  readonly root: string;
  readonly cloned: readonly ClonedHistory[];
  readonly missing: readonly MissingHistory[];
}

const mergesEach = 205;
/** Some may not be whole in a clone. */
const mergesLooked = 600;
const itself = 'the diff itself';

/** Replays, prints the table, and returns the exit code: 0 where nothing differs. */
export async function main(stage: Stage, args: readonly string[]): Promise<number> {
  for (const { name, reason } of stage.missing) console.log(`left out: ${name}: ${reason}`);
  const counts = new Map<string, Count>(
    [itself, ...cases.map(({ predicate }) => predicate)].map((predicate) => [predicate, new Count()]),
  );
  const names: string[] = [];
  for (const history of stage.cloned) {
    const merges = await replay(history, counts);
    names.push(`${history.name} at ${history.tip.slice(0, 12)} (${merges} merges)`);
    console.log(`${history.name}: ${merges} merges replayed`);
  }
  const rows = [...counts].map(([predicate, count]) => count.row(predicate));
  const table = reviewTable(rows);
  console.log(`\n${table}`);
  const differing = [...counts].flatMap(([predicate, { differing }]) =>
    differing.map((where) => `${predicate}: ${where}`),
  );
  if (args.includes('--show')) for (const line of differing) console.log(line);
  if (args.includes('--write')) writeTable(stage.root, `${table}\nReplayed: ${names.join(', ')}.`);
  return differing.length === 0 && stage.cloned.length > 0 ? 0 : 1;
}

async function replay({ name, folder, tip }: ClonedHistory, counts: Map<string, Count>): Promise<number> {
  const touches = readTouches(folder, tip);
  let replayed = 0;
  for (const place of mergesOf(folder, tip, mergesLooked)) {
    if (replayed === mergesEach) break;
    if (!checkOut(folder, place.commit)) {
      console.log(`left out: ${name} ${place.commit} cannot be checked out`);
      continue;
    }
    replayed++;
    const merge = readMerge(folder, { ...place, touches });
    const guidance = guidanceOf(cases, areas(merge.author));
    const result = await reviewMerge(folder, { merge, guidance });
    const where = `${name} ${merge.commit}`;
    counts
      .get(itself)!
      .take(where, figuresOf(merge), `${result.files} files, +${result.added} -${result.deleted}`);
    const items = new Map(
      [...result.groups.flatMap(({ items }) => items), ...result.others].map((item) => [item.id, item]),
    );
    for (const [index, { predicate, when, expect }] of cases.entries()) {
      const expected = expect(merge);
      const item = items.get(`truth/case-${index}`);
      if (item === undefined) throw new Error(`${where}: there is no item for ${JSON.stringify(when)}`);
      if (expected !== undefined)
        counts
          .get(predicate)!
          .take(`${where} ${JSON.stringify(when)} (${item.reason})`, expected, item.applies);
    }
  }
  return replayed;
}

function figuresOf({ files }: Merge): string {
  const sum = (figure: 'added' | 'deleted') => files.reduce((all, file) => all + file[figure], 0);
  return `${files.length} files, +${sum('added')} -${sum('deleted')}`;
}

/** What was compared of one predicate. */
class Count {
  readonly differing: string[] = [];
  #evaluated = 0;
  #held = 0;
  #untold = 0;

  take(where: string, expected: boolean | string, found: boolean | string | undefined): void {
    this.#evaluated++;
    if (expected === true) this.#held++;
    if (found === undefined) this.#untold++;
    else if (found !== expected) this.differing.push(`${where}: git says ${expected}, Leadlight ${found}`);
  }

  row(predicate: string): Row {
    const differ = this.differing.length;
    return {
      predicate,
      items: cases.filter((each) => each.predicate === predicate).length,
      evaluated: this.#evaluated,
      held: this.#held,
      agreed: this.#evaluated - this.#untold - differ,
      untold: this.#untold,
      differ,
    };
  }
}

/** Between the marks in media/truth.md. */
function writeTable(root: string, table: string): void {
  const path = join(root, 'media', 'truth.md');
  const written = readFileSync(path, 'utf8').replace(
    /(<!-- reviews -->)[^]*(<!-- \/reviews -->)/,
    (_, start: string, end: string) => `${start}\n\n${table}\n\n${end}`,
  );
  writeFileSync(path, written);
}
