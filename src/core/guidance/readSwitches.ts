import { relativePath } from '../text/links';
import { type FormatFile, type FormatGroup, isOwn } from './formats';
import type { Source } from './model';

/** Which groups of others' formats are read; those that are not named are. */
export type ReadSwitches = Readonly<Partial<Record<FormatGroup, boolean>>>;

/**
 * Which files are read: own guidance always; of others' formats what a person says, then what the nearest folder's
 * guidance says.
 */
export function readingOf(
  own: readonly Source[],
  root: string,
  personal: ReadSwitches,
): (file: FormatFile) => boolean {
  const teams = own
    .flatMap(({ folder, switches }) =>
      switches === undefined ? [] : [{ path: relativePath(folder, root) ?? '', switches }],
    )
    .sort((a, b) => b.path.length - a.path.length);
  return ({ path, format }) => {
    if (isOwn(format)) return true;
    const group = format.group!;
    const team = teams.find((each) => path.startsWith(each.path) && each.switches[group] !== undefined);
    return personal[group] ?? team?.switches[group] ?? true;
  };
}
