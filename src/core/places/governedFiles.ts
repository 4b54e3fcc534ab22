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
  const known = new Map<string, number>([['', 0]]);
  const ordinals = new Map<Governing, number>();
  const ordinalOf = (governing: Governing) => {
    const ordinal = ordinals.get(governing) ?? ordinals.size;
    ordinals.set(governing, ordinal);
    return ordinal;
  };
  const filesOf = new Map<Entry, number>();
  const look = (index: number) => {
    const path = files[index]!;
    const governing = governingAt(guidance, { path, languageId: languageIdOf(path), today });
    for (const entry of new Set<Entry>([...governing.map(({ entry }) => entry), ...areasAt(guidance, path)]))
      filesOf.set(entry, (filesOf.get(entry) ?? 0) + 1);
    if (guidanceFolderOf(path) !== undefined) return;
    const key = governing.map(ordinalOf).join();
    const set = known.get(key) ?? sets.push(governing) - 1;
    known.set(key, set);
    setOf[index] = set;
  };
  await inTurns(files.keys(), look, turns);
  const governing = new Map(sets.flatMap((set) => set.map((each) => [each.entry, each] as const)));
  return { files, setOf, sets, filesOf, governing };
}
