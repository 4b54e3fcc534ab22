import type { DiffFile } from '../diff';
import { type FileFilter, sayFiltered, unknownReader } from './fileFilters';
import type { FileKey } from './fileKeys';
import { allOf, type Outcome, outcome } from './outcome';
import { pathsOf, type View } from './view';

/** What can be asked of a view of a diff. */
export type Predicate = (view: View) => Outcome | Promise<Outcome>;

/** The keys of one mapping: all must hold. */
export interface Mapping {
  readonly filters: readonly FileFilter[];
  readonly fileKeys: readonly FileKey[];
  /** Those that cost little are asked first: where one does not hold, no text is read. */
  readonly quick: readonly Predicate[];
  readonly slow: readonly Predicate[];
}

export function predicateOf({ filters, fileKeys, quick, slow }: Mapping): Predicate {
  const words = filters.map((filter) => filter.words).join('');
  return async (outer) => {
    const outcomes: Outcome[] = [];
    const view = narrow(outer, outcomes);
    // Nothing can be said of files where none was chosen.
    if (outcomes.some(({ holds }) => holds === false)) return allOf(outcomes);
    for (const predicate of quick) outcomes.push(await predicate(view));
    for (const predicate of slow) {
      if (outcomes.some(({ holds }) => holds === false)) break;
      outcomes.push(await predicate(view));
    }
    return outcomes.length === 0 ? outcome(true, 'it is asked of every change') : allOf(outcomes);
  };

  /** Each of the keys that choose holds by itself; what they choose together is for the others to look at. */
  function narrow(view: View, outcomes: Outcome[]): View {
    if (fileKeys.length === 0 && filters.length === 0) return view;
    const fits = filters.map((filter) => filter.open(view));
    if (fits.includes(undefined)) outcomes.push(unknownReader);
    const passes = (file: DiffFile) => fits.every((fit) => fit?.(file) ?? true);
    if (fileKeys.length === 0) {
      const chosen = view.chosen.filter(passes);
      outcomes.push(sayFiltered(chosen, words));
      return { ...view, chosen, scope: pathsOf(chosen) };
    }
    const files = filters.length === 0 ? view.files : view.files.filter(passes);
    const choices = fileKeys.map((key) => key.choose(files, view));
    outcomes.push(...fileKeys.map((key, index) => key.say(choices[index]!, view, words)));
    const chosen = choices.length === 1 ? choices[0]! : union(files, choices);
    return { ...view, chosen, scope: pathsOf(chosen) };
  }
}

/** In the order of `files`. */
function union(files: readonly DiffFile[], choices: readonly (readonly DiffFile[])[]): readonly DiffFile[] {
  const chosen = new Set(choices.flat());
  return files.filter((file) => chosen.has(file));
}
