import type { Guidance } from '../guidance/guidance';
import type { Step, Walkthrough } from '../guidance/model';
import { relativePath } from '../text/links';
import { cleanLine } from '../text/markdown';
import { nextOf } from './nextWalkthrough';
import type { WalkthroughSummary } from './playedWalkthrough';
import { outlineOf } from './stepOutline';

/** A walkthrough of a workspace folder, and what is listed of it. */
export interface ListedWalkthrough {
  readonly guidance: Guidance;
  readonly walkthrough: Walkthrough;
  readonly summary: WalkthroughSummary;
}

/** All walkthroughs of a window: what opens first comes first, then the outermost folder, then the order of the files. */
export function listWalkthroughs(all: readonly Guidance[]): readonly ListedWalkthrough[] {
  const keys = new Set<string>();
  const listed = all.flatMap((guidance) =>
    guidance.entries
      .filter((entry) => entry.kind === 'walkthrough')
      .map((walkthrough) => ({ guidance, walkthrough, key: takeKey(walkthrough, { guidance, keys }) })),
  );
  const ordered = [
    ...listed.filter(({ walkthrough }) => walkthrough.open === 'first-open'),
    ...listed.filter(({ walkthrough }) => walkthrough.open !== 'first-open'),
  ];
  return ordered.map((from) => {
    const { guidance, walkthrough, key } = from;
    const nextKey = namedBy(walkthrough, { from, all: ordered })?.key;
    const friction = frictionFile(walkthrough, guidance);
    return {
      guidance,
      walkthrough,
      summary: summaryOf(walkthrough, { key, nextKey, friction, root: guidance.root }),
    };
  });
}

/** The walkthrough of the same workspace folder that a walkthrough, or a step of it, names to go on with. */
export function namedBy<T extends Pick<ListedWalkthrough, 'guidance' | 'walkthrough'>>(
  { next }: Pick<Walkthrough | Step, 'next'>,
  { from, all }: { readonly from: T; readonly all: readonly T[] },
): T | undefined {
  const same = all.filter(
    ({ guidance, walkthrough }) => guidance === from.guidance && walkthrough !== from.walkthrough,
  );
  const found = nextOf(
    { next, folder: from.walkthrough.folder },
    same.map(({ walkthrough }) => walkthrough),
  );
  return same.find(({ walkthrough }) => walkthrough === found);
}

/**
 * The walkthroughs that Leadlight brings along, for a workspace folder, which a person plays them in. Their keys hold a
 * `:`, which no id does.
 */
export function listStarters(starter: Guidance, folder: string): readonly ListedWalkthrough[] {
  const keyOf = (key: string) => `leadlight:${key}`;
  return listWalkthroughs([starter]).map(({ summary, ...listed }) => {
    const { key, next } = summary;
    const keys = { key: keyOf(key), ...(next !== undefined && { next: keyOf(next) }) };
    return { ...listed, summary: { ...summary, ...keys, folder, isStarter: true } };
  });
}

/** Where two workspace folders have the same, the later one is told apart by its whole address. */
function takeKey(
  { id, folder }: Walkthrough,
  { guidance, keys }: { readonly guidance: Guidance; readonly keys: Set<string> },
): string {
  const short = `${relativePath(folder, guidance.root) ?? ''}${id}`;
  const key = keys.has(short) ? `${folder}${id}` : short;
  keys.add(key);
  return key;
}

function summaryOf(
  { id, title, uri, range, format, readBy, open, roles, minutes, sponsor, steps, tour }: Walkthrough,
  {
    key,
    nextKey,
    friction,
    root,
  }: {
    readonly key: string;
    readonly nextKey: string | undefined;
    readonly friction: string | undefined;
    readonly root: string;
  },
): WalkthroughSummary {
  return {
    key,
    id,
    title: cleanLine(title),
    folder: root,
    source: { uri, range },
    format,
    ...(readBy && { readBy }),
    open,
    roles: roles.map(cleanLine),
    ...(minutes !== undefined && { minutes }),
    ...(sponsor !== undefined && { sponsor: cleanLine(sponsor) }),
    ...(friction !== undefined && { friction }),
    ...(nextKey !== undefined && { next: nextKey }),
    steps: steps.length,
    outline: steps.map(outlineOf),
    ...(tour?.hosts !== undefined && { hosts: tour.hosts }),
  };
}

/** Named in the walkthrough's folder, or in the nearest one around it. */
function frictionFile({ folder }: Walkthrough, { sources, root }: Guidance): string | undefined {
  const [nearest] = sources
    .filter((source) => source.friction !== undefined && folder.startsWith(source.folder))
    .toSorted((a, b) => b.folder.length - a.folder.length);
  return nearest && `${relativePath(nearest.folder, root) ?? ''}${nearest.friction}`;
}
