import { relativePath, resolveLink } from '../text/links';
import type { Decision } from './decisionModel';
import { decisionNumber } from './formats/decisionFile';
import type { Guidance } from './guidance';
import type { EntryBase } from './model';

/** Whether what an entry names as its decision is a path or an address, and no name such as `ADR-0007`. */
export function isDecisionPath(written: string): boolean {
  return /[/#]|\.\w{1,8}$/.test(written);
}

/** The decision that an entry names by its path, id, file or number; `undefined` where there is none, or several. */
export function decisionNamed(
  written: string,
  { linkBase, folder }: Pick<EntryBase, 'linkBase' | 'folder'>,
  { root, decisions }: Pick<Guidance, 'root' | 'decisions'>,
): Decision | undefined {
  const uri = resolveLink(written, { linkBase, root });
  const linked = uri === undefined ? undefined : decisions.at(uri);
  if (linked !== undefined || isDecisionPath(written)) return linked;
  const number = decisionNumber(written.trim().replace(/^#|^ADR[-_ #]*/i, ''));
  const named = decisions.named(written.trim());
  const found = named.length > 0 || number === undefined ? named : decisions.numbered(number);
  const [nearest, ...others] = decisions.nearest(found, relativePath(folder, root) ?? '');
  return others.length > 0 ? undefined : nearest;
}
