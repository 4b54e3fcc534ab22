import { isOneSlip } from '../text/didYouMean';
import { grouped } from '../text/grouped';
import { cleanLine } from '../text/markdown';
import { yamlValue } from '../text/yamlText';
import type { Guidance } from './guidance';
import type { Entry } from './model';
import { ownEntries } from './ownEntries';
import type { Problem } from './problem';
import { problemCodes } from './problemCodes';
import type { Path } from './yamlTree';

/** Of shorter handles, two that differ by one letter are mostly two people. */
const shortest = 5;

/**
 * Handles that stand once in the team's own guidance, one slip away from one that CODEOWNERS or its like name. Others
 * are left alone: not everybody who can be asked owns files.
 */
export function ownerProblems(guidance: Guidance): readonly Problem[] {
  const owners = guidance.sources
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => (entry.kind === 'area' && !entry.uri.includes('/.leadlight/') ? entry.leads : []));
  if (owners.length === 0) return [];
  const known = new Map(owners.map((owner) => [owner.toLowerCase(), owner]));
  const uses = grouped(ownEntries(guidance).flatMap(ownersIn), ({ handle }) => [handle.toLowerCase()]);
  return [...uses].flatMap(([handle, [use, ...others]]): readonly Problem[] => {
    if (use === undefined || others.length > 0 || known.has(handle) || !handle.startsWith('@')) return [];
    const meant = [...known.values()].filter((owner) => owner.length > shortest && isOneSlip(owner, handle));
    const [owner] = meant;
    if (owner === undefined || meant.length > 1) return [];
    const { entry, path } = use;
    const range = entry.parts.range(path);
    return [
      {
        code: 'unknown-owner',
        severity: problemCodes['unknown-owner'].severity,
        message: `"${cleanLine(use.handle)}" owns no file. Did you mean "${cleanLine(owner)}"?`,
        uri: entry.uri,
        range,
        fix: { title: `Change to "${owner}"`, range, newText: yamlValue(owner) },
      },
    ];
  });
}

interface OwnerUse {
  readonly handle: string;
  readonly entry: Entry;
  readonly path: Path;
}

function ownersIn(entry: Entry): readonly OwnerUse[] {
  const use = (handle: string | undefined, ...path: Path): readonly OwnerUse[] =>
    handle === undefined ? [] : [{ handle, entry, path }];
  switch (entry.kind) {
    case 'philosophy':
    case 'change':
      return use(entry.owner, 'owner');
    case 'walkthrough':
      return use(entry.sponsor, 'sponsor');
    case 'area':
      return [
        ...entry.leads.flatMap((lead) => use(lead, 'lead')),
        ...use(entry.delegate, 'delegate'),
        ...entry.reviewers.flatMap((reviewer, index) => use(reviewer, 'reviewers', index)),
      ];
    default:
      return [];
  }
}
