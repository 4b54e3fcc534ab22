import type { Glob } from '../../text/globs';
import { counted } from '../../text/counted';
import type { DiffFile } from '../diff';
import { anyOf, type Outcome, outcome } from './outcome';
import { byFile, pathsIn, pathsOf, type View } from './view';

/** A key that chooses the files that the other keys of its mapping look at. */
export interface FileKey {
  choose(files: readonly DiffFile[], view: View): readonly DiffFile[];
  /** `filter` is what `languages` and `owner` say of the files, such as ` in typescript`. */
  say(chosen: readonly DiffFile[], view: View, filter: string): Outcome;
}

/** What is said of one file and of several: `matches src/**`, `match src/**`, and the same denied. */
export interface Phrase {
  readonly one: string;
  readonly many: string;
  readonly notOne: string;
  readonly notMany: string;
}

export function matching(globs: readonly string[]): Phrase {
  const written = globs.join(', ');
  return {
    one: `matches ${written}`,
    many: `match ${written}`,
    notOne: `does not match ${written}`,
    notMany: `do not match ${written}`,
  };
}

export function being(what: { readonly one: string; readonly many: string }): Phrase {
  const { one, many } = what;
  return { one: `is ${one}`, many: `are ${many}`, notOne: `is not ${one}`, notMany: `are not ${many}` };
}

export const changes = {
  changed: { noun: 'changed file', fits: () => true },
  added: { noun: 'added file', fits: ({ status }: DiffFile) => status === 'added' },
  modified: { noun: 'modified file', fits: ({ status }: DiffFile) => status === 'modified' },
  deleted: { noun: 'deleted file', fits: ({ status }: DiffFile) => status === 'deleted' },
  renamed: { noun: 'renamed file', fits: ({ status }: DiffFile) => status === 'renamed' },
  binary: { noun: 'changed binary file', fits: ({ kind }: DiffFile) => kind === 'binary' },
} as const;

/** A file that was so changed matches; of a renamed file either path. */
export function someFile(
  change: keyof typeof changes,
  globs: readonly Glob[],
  { one, many }: Phrase,
): FileKey {
  const { noun, fits } = changes[change];
  const matches = matcher(globs);
  return {
    choose: (files, view) => files.filter((file) => fits(file) && matches(file, view)),
    say(chosen, _, filter) {
      if (chosen.length === 0) return outcome(false, `no ${noun}${filter} ${one}`);
      const clause = `${counted(chosen.length, noun)}${filter} ${chosen.length === 1 ? one : many}`;
      return outcome(true, clause, { evidence: placesOf(chosen), scope: pathsOf(chosen) });
    },
  };
}

/** Every changed file matches, and there is one; of a renamed file both paths. */
export function everyFile(globs: readonly Glob[], { one, many, notOne, notMany }: Phrase): FileKey {
  const matches = matcher(globs, 'every');
  return {
    choose: (files, view) => files.filter((file) => matches(file, view)),
    say(_, view) {
      const { length } = view.files;
      if (length === 0) return outcome(false, 'no file changed');
      const others = view.files.filter((file) => !matches(file, view));
      if (others.length > 0) {
        const clause = `${others.length} of ${counted(length, 'changed file')} ${others.length === 1 ? notOne : notMany}`;
        return outcome(false, clause, { evidence: placesOf(others) });
      }
      const clause = length === 1 ? `the one changed file ${one}` : `all ${length} changed files ${many}`;
      return outcome(true, clause, { evidence: placesOf(view.files) });
    },
  };
}

/** One of the keys holds, and all choose. */
export function someKey(keys: readonly FileKey[]): FileKey {
  if (keys.length === 1) return keys[0]!;
  return {
    choose(files, view) {
      const chosen = new Set(keys.flatMap((key) => key.choose(files, view)));
      return files.filter((file) => chosen.has(file));
    },
    say: (chosen, view, filter) => anyOf(keys.map((key) => key.say(key.choose(chosen, view), view, filter))),
  };
}

/** No changed file matches, whatever was chosen. */
export function noFile(globs: readonly Glob[], phrase: Phrase): (view: View) => Outcome {
  const key = someFile('changed', globs, phrase);
  return (view) => {
    const said = key.say(key.choose(view.files, view), view, '');
    return { ...said, holds: !said.holds, scope: undefined };
  };
}

/** Whether the paths of a file match one of the globs, remembered by file. */
export function matcher(
  globs: readonly Glob[],
  which: 'some' | 'every' = 'some',
): (file: DiffFile, view: View) => boolean {
  const fits = (path: string) => globs.some((glob) => glob.matches(path));
  return byFile((file, { folder }) => pathsIn(file, folder)[which](fits));
}

/** Whole files, as evidence. */
export function placesOf(files: readonly DiffFile[]): readonly { readonly path: string }[] {
  return files.map(({ path }) => ({ path }));
}
