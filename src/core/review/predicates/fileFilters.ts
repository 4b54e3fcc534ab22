import { createIsMe } from '../../features/debtMarkers';
import { counted } from '../../text/counted';
import type { DiffFile } from '../diff';
import { placesOf } from './fileKeys';
import { type Outcome, outcome } from './outcome';
import { quoted } from './quoted';
import { byFile, pathsOf, type View } from './view';

/** Narrows the files that the other keys of a mapping look at. */
export interface FileFilter {
  /** Follows "changed files". */
  readonly words: string;
  /** `undefined` where it cannot be told. */
  open(view: View): ((file: DiffFile) => boolean) | undefined;
}

/** By VS Code's language ids. */
export function inLanguages(ids: readonly string[]): FileFilter {
  const wanted = new Set(ids.flatMap((value) => value.split(',').map((id) => id.trim())));
  const isWanted = byFile((file, { facts }) => wanted.has(facts.languageOf(file.path) ?? ''));
  return { words: ` in ${quoted([...wanted])}`, open: (view) => (file) => isWanted(file, view) };
}

/** By handles; `mine` stands for the reader's. */
export function ownedBy(handles: readonly string[]): FileFilter {
  const others = handles.filter((handle) => handle !== 'mine');
  const asksForMine = others.length < handles.length;
  return {
    words: asksForMine && others.length === 0 ? ' of yours' : ` of ${quoted(handles)}`,
    open({ facts }) {
      if (asksForMine && facts.me.length === 0) return undefined;
      const isWanted = createIsMe(asksForMine ? [...others, ...facts.me] : others);
      return ({ path }) => facts.ownersOf(path).some(isWanted);
    },
  };
}

/** What is said of files that only filters chose. */
export function sayFiltered(files: readonly DiffFile[], words: string): Outcome {
  if (files.length === 0) return outcome(false, `there is no changed file${words}`);
  const clause = `there ${files.length === 1 ? 'is' : 'are'} ${counted(files.length, 'changed file')}${words}`;
  return outcome(true, clause, { evidence: placesOf(files), scope: pathsOf(files) });
}

export const unknownReader: Outcome = outcome(
  undefined,
  'it is not known who reads: the setting "leadlight.me" is empty, and git names nobody',
);
