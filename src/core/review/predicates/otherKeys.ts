import { counted } from '../../text/counted';
import { placesOf } from './fileKeys';
import { type Outcome, outcome } from './outcome';
import { pathsOf, type View } from './view';

/** Guidance itself is in the diff, whatever was chosen. */
export function guidanceChanged(): (view: View) => Outcome {
  return ({ facts, files }) => {
    const found = files.filter(({ path, oldPath }) =>
      [path, ...(oldPath === undefined ? [] : [oldPath])].some((each) => facts.isGuidance(each)),
    );
    if (found.length === 0) return outcome(false, 'no guidance changed');
    const clause = `${counted(found.length, 'file')} of guidance changed`;
    return outcome(true, clause, { evidence: placesOf(found), scope: pathsOf(found) });
  };
}

/** Who commits here changes the chosen files for the first time. */
export function firstTime(): (view: View) => Promise<Outcome> {
  return async ({ facts, chosen, scope }) => {
    if (chosen.length === 0) return outcome(false, 'no file changed');
    const paths = chosen.flatMap(({ path, oldPath }) => (oldPath === undefined ? [path] : [path, oldPath]));
    const holds = await facts.isFirstChange(paths);
    const files = chosen.length === 1 ? 'this file' : `any of these ${chosen.length} files`;
    const about = { evidence: placesOf(chosen), scope };
    if (holds === undefined)
      return outcome(undefined, `it could not be told whether the author changed ${files} before`, about);
    if (holds) return outcome(true, `the author never changed ${files} before`, about);
    return outcome(
      false,
      `the author changed ${chosen.length === 1 ? files : files.replace('any', 'some')} before`,
      about,
    );
  };
}
