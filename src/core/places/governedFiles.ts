import { languageIdOf } from '../comments/languages';
import { guidanceFolderOf } from '../guidance/formats';
import type { Governing, Guidance } from '../guidance/guidance';
import type { Entry } from '../guidance/model';
import { areasAt, governingAt } from '../match/scope';
import { inTurns, type Turns } from '../turns';

/** Which entries govern which files of a workspace folder. */
export interface GovernedFiles {
  /** Relative to the folder, sorted. */
  readonly files: readonly string[];
  /** By file, an index of `sets`. */
  readonly setOf: Uint32Array;
  /** What governs files together; a place of guidance's own files is none, so nothing locates in them. */
  readonly sets: readonly (readonly Governing[])[];
  /** How many files an entry governs. */
  readonly filesOf: ReadonlyMap<Entry, number>;
  /** How each entry that governs any file does. */
  readonly governing: ReadonlyMap<Entry, Governing>;
}

/** Looks at every file once, a few milliseconds at a time. */
export async function governedFiles(
  guidance: Guidance,
  {
    files,
    today,
    turns,
  }: { readonly files: readonly string[]; readonly today: string; readonly turns: Turns },
): Promise<GovernedFiles> {
  const setOf = new Uint32Array(files.length);
  const sets: (readonly Governing[])[] = [[]];
  const sizes: number[] = [0];
  const known = new Map<string, number>([['', 0]]);
  const ordinals = new Map<Governing, number>();
  const ordinalOf = (governing: Governing) => {
    const ordinal = ordinals.get(governing) ?? ordinals.size;
    ordinals.set(governing, ordinal);
    return ordinal;
  };
  const filesOf = new Map<Entry, number>();
  const add = (entry: Entry, count: number) => filesOf.set(entry, (filesOf.get(entry) ?? 0) + count);
  const hasAreas = guidance.entries.some(({ kind }) => kind === 'area');
  const look = (index: number) => {
    const path = files[index]!;
    const governing = governingAt(guidance, {
      path,
      today,
      // Asked of the few entries that are about languages.
      get languageId() {
        return languageIdOf(path);
      },
    });
    if (hasAreas) for (const area of areasAt(guidance, path)) add(area, 1);
    if (governing.length === 0) return;
    const isSource = guidanceFolderOf(path) !== undefined;
    let key = isSource ? 'source ' : '';
    for (const each of governing) key += `${ordinalOf(each)},`;
    let set = known.get(key);
    if (set === undefined) known.set(key, (set = sets.push(governing) - 1));
    sizes[set] = (sizes[set] ?? 0) + 1;
    // Guidance is governed like other files, but nothing in it is a place.
    setOf[index] = isSource ? 0 : set;
  };
  await inTurns(files.keys(), look, turns);
  const governing = new Map<Entry, Governing>();
  for (const [index, set] of sets.entries()) {
    for (const each of new Map(set.map((one) => [one.entry, one])).values()) {
      governing.set(each.entry, each);
      add(each.entry, sizes[index]!);
    }
  }
  return { files, setOf, sets, filesOf, governing };
}
