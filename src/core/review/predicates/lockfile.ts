import { counted } from '../../text/counted';
import type { DiffFile } from '../diff';
import { placesOf } from './fileKeys';
import { lockfiles } from './lockfiles';
import { type Outcome, outcome } from './outcome';
import { pathsOf, type View } from './view';

interface Role {
  /** Index in the table. */
  readonly pair: number;
  readonly is: 'manifest' | 'lock';
}

const roles = new Map<string, Role[]>();
for (const [pair, { manifests, locks }] of lockfiles.entries()) {
  for (const name of manifests) roles.set(name, [...(roles.get(name) ?? []), { pair, is: 'manifest' }]);
  for (const name of locks) roles.set(name, [...(roles.get(name) ?? []), { pair, is: 'lock' }]);
}

/**
 * A manifest changed and no lock file of its kind did, in its folder or further up, where a workspace of several
 * packages keeps it; or a lock file changed and no manifest did, in its folder or further in.
 */
export function lockfile(): (view: View) => Outcome {
  return (view) => {
    const changed = view.files.flatMap((file) => rolesOf(file).map((role) => ({ file, ...role })));
    const lacks = (file: DiffFile, { pair, is }: Role) =>
      !changed.some(
        (other) =>
          other.pair === pair &&
          other.is !== is &&
          (is === 'manifest' ? isBelow(file, other.file) : isBelow(other.file, file)),
      );
    const alone = view.chosen.filter((file) => {
      const own = rolesOf(file);
      return own.length > 0 && own.every((role) => lacks(file, role));
    });
    if (alone.length === 0) return outcome(false, 'no manifest or lock file changed without the other');
    const manifests = alone.filter((file) => rolesOf(file)[0]!.is === 'manifest');
    const clause = [
      ...(manifests.length === 0
        ? []
        : [`${counted(manifests.length, 'manifest')} changed without a lock file`]),
      ...(manifests.length === alone.length
        ? []
        : [`${counted(alone.length - manifests.length, 'lock file')} changed without a manifest`]),
    ].join(', and ');
    return outcome(true, clause, { evidence: placesOf(alone), scope: pathsOf(alone) });
  };
}

function rolesOf({ path }: DiffFile): readonly Role[] {
  return roles.get(path.slice(path.lastIndexOf('/') + 1)) ?? [];
}

/** Whether a file is in the folder of another, or further in. */
function isBelow({ path }: DiffFile, { path: other }: DiffFile): boolean {
  return path.startsWith(other.slice(0, other.lastIndexOf('/') + 1));
}
