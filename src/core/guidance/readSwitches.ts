import { relativePath } from '../text/links';
import type { FormatGroup } from './formats';
import type { Source } from './model';

/** What can be switched off: the groups of others' formats, and that the names in their texts lead to them. */
export type ReadSwitch = FormatGroup | 'names';

/** What is switched on or off; what is not named is on. */
export type ReadSwitches = Readonly<Partial<Record<ReadSwitch, boolean>>>;

/** Whether something is on for a file, by its path in the workspace folder. */
export type Reads = (what: ReadSwitch, path: string) => boolean;

/** What counts is what a person says, then what the nearest folder's guidance says. */
export function readingOf(own: readonly Source[], root: string, personal: ReadSwitches): Reads {
  const teams = own
    .flatMap(({ folder, switches }) =>
      switches === undefined ? [] : [{ path: relativePath(folder, root) ?? '', switches }],
    )
    .sort((a, b) => b.path.length - a.path.length);
  return (what, path) => {
    const team = teams.find((each) => path.startsWith(each.path) && each.switches[what] !== undefined);
    return personal[what] ?? team?.switches[what] ?? true;
  };
}
