import type { MarkerPolicy } from '../guidance/model';
import { type DefaultTag, defaultTags } from './defaultTags';
import type { MarkerTag } from './findMarkers';
import type { Policy } from './policy';

/**
 * What holds for every tag: the team's policies, nearest first as they are given, then what Leadlight assumes for the
 * tags that nobody mentions. The nearest policy for a tag replaces the others whole, but for the aliases of the default:
 * these it keeps unless another policy has them. A spelling belongs to one policy.
 */
export function policiesFor(markers: readonly MarkerPolicy[]): readonly Policy[] {
  const taken = new Map<string, MarkerPolicy>();
  const team: MarkerPolicy[] = [];
  for (const folder of new Set(markers.map((entry) => entry.folder))) {
    const entries = markers.filter((entry) => entry.folder === folder && !taken.has(entry.tag));
    for (const entry of entries) taken.set(entry.tag, entry);
    for (const entry of entries) {
      for (const alias of entry.aliases) if (!taken.has(alias)) taken.set(alias, entry);
    }
    team.push(...entries);
  }
  const inherited = inheritances(team, taken);
  return [
    ...team.map((entry) => {
      const aliases = entry.aliases.filter((alias) => alias !== entry.tag && taken.get(alias) === entry);
      return teamPolicy(entry, [...new Set([...aliases, ...(inherited.get(entry) ?? [])])]);
    }),
    ...defaultPolicies.flatMap((policy) => {
      if (ownerOf(policy.tag, policy, taken) !== undefined) return [];
      const aliases = policy.aliases.filter((alias) => !taken.has(alias));
      return aliases.length === policy.aliases.length ? [policy] : [{ ...policy, aliases }];
    }),
  ];
}

/** What to look for where these policies hold. */
export function tagsOf(policies: readonly Policy[]): readonly MarkerTag[] {
  return policies.map(({ tag, aliases, kind, markdown }) => ({ tag, aliases, kind, markdown }));
}

const defaultPolicies: readonly Policy[] = defaultTags.map(({ tag, aliases, kind, means }: DefaultTag) => ({
  tag,
  aliases: aliases ?? [],
  kind,
  means,
  require: [],
  level: 'hint',
  markdown: 'none',
}));

type Taken = ReadonlyMap<string, MarkerPolicy>;

/** The spellings of replaced defaults that nobody else has, by who replaces them. */
function inheritances(
  team: readonly MarkerPolicy[],
  taken: Taken,
): ReadonlyMap<MarkerPolicy, readonly string[]> {
  const inherited = new Map<MarkerPolicy, readonly string[]>();
  if (team.length === 0) return inherited;
  for (const policy of defaultPolicies) {
    const heir = ownerOf(policy.tag, policy, taken);
    if (heir === undefined) continue;
    const spellings = [policy.tag, ...policy.aliases].filter((spelling) => !taken.has(spelling));
    inherited.set(heir, [...(inherited.get(heir) ?? []), ...spellings]);
  }
  return inherited;
}

/** Whose the default's tag is now: debt is written in any case. */
function ownerOf(tag: string, { kind }: Policy, taken: Taken): MarkerPolicy | undefined {
  const exact = taken.get(tag);
  if (exact !== undefined || kind !== 'debt') return exact;
  return [...taken].find(([spelling]) => spelling.toLowerCase() === tag.toLowerCase())?.[1];
}

function teamPolicy(entry: MarkerPolicy, aliases: readonly string[]): Policy {
  const { tag, markerKind, means, require, expires, level, markdown } = entry;
  return {
    tag,
    aliases,
    kind: markerKind,
    ...(means !== undefined && { means }),
    require,
    ...(expires !== undefined && { expires }),
    level,
    markdown,
    entry,
  };
}
