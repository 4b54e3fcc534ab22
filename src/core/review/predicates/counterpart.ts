import { counted } from '../../text/counted';
import type { DiffFile } from '../diff';
import { placesOf } from './fileKeys';
import { type Outcome, outcome } from './outcome';
import type { PathTemplate } from './pathTemplate';
import { byFile, pathsIn, pathsOf, type View } from './view';

/** Files of a kind, and where the mate of each one is. */
export interface Mates {
  readonly of: PathTemplate;
  /** Any of these is a mate. */
  readonly is: readonly PathTemplate[];
}

/** A chosen file lacks its mate in the diff; a file that is a mate itself needs none. */
export function counterpart(pairs: readonly Mates[]): (view: View) => Outcome {
  const matesOf = byFile((file, { folder }) => {
    // Of a file that was moved out of the folder, the folder knows the old path only.
    const [path = ''] = pathsIn(file, folder);
    return pairs.flatMap(({ of, is }) => {
      const values = is.some((mate) => mate.read(path) !== undefined) ? undefined : of.read(path);
      return values === undefined ? [] : [is.flatMap((mate) => mate.write(values))];
    });
  });
  return (view) => {
    const own = view.chosen.filter((file) => matesOf(file, view).length > 0);
    if (own.length === 0) return outcome(false, 'no file changed that should have a counterpart');
    const present = new Set(view.files.flatMap((file) => pathsIn(file, view.folder)));
    const isAlone = (file: DiffFile) =>
      matesOf(file, view).some((mates) => !mates.some((mate) => present.has(mate)));
    const alone = own.filter(isAlone);
    if (alone.length === 0)
      return outcome(false, `the counterpart of ${counted(own.length, 'changed file')} changed too`);
    return outcome(
      true,
      `${counted(alone.length, 'file')} changed without ${alone.length === 1 ? 'its' : 'their'} counterpart`,
      {
        evidence: placesOf(alone),
        scope: pathsOf(alone),
      },
    );
  };
}
