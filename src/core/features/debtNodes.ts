import { counted } from '../text/counted';
import { cleanLine } from '../text/markdown';
import type { DebtMarker, DebtNode, DebtQuery } from './debt';
import { countsOf, type SelectedFile } from './debtFilter';
import { folderNodes } from './debtFolders';
import { costInDays, type DebtGroup, groupKey, groupsOf, overdueId } from './debtGroups';
import type { ScannedMarker } from '../markers/scanner';

/** One list of the view is no longer than this. */
const mostNodes = 500;

export interface DebtPlace extends Pick<DebtQuery, 'groupBy' | 'inside'> {
  /** `2026-11-22`, in the reader's calendar. */
  readonly today: string;
  /** URIs of the workspace folders, ending in `/`. */
  readonly roots: readonly string[];
}

/**
 * One level of the tree of some markers: groups by how many markers they hold, buckets in their natural order,
 * markers by path and line, overdue ones by their deadline. A group that is too long for one list is a tree of
 * folders inside, so that little is out of reach.
 */
export function debtNodes(files: readonly SelectedFile[], place: DebtPlace): readonly DebtNode[] {
  const { groupBy, inside, today, roots } = place;
  const some = files.filter(({ shown }) => shown > 0);
  if (groupBy === 'folder') return inFolders(some, { inside: inside.at(-1), roots });
  const [group, ...folders] = inside;
  if (group === undefined) return capped(groupNodes(some, groupBy, today));
  const known = new Map<string | undefined, boolean>();
  const isIn = (marker: DebtMarker) => {
    const key = groupKey(groupBy, marker);
    let isOwn = known.get(key);
    if (isOwn === undefined) {
      isOwn = groupsOf(groupBy, marker, today).some(({ id }) => id === group);
      known.set(key, isOwn);
    }
    return isOwn;
  };
  const own = some.flatMap((file) => part(file, file.markers.filter(isIn)));
  const isLong = countsOf(own).shown > mostNodes && groupBy !== 'file';
  if (isLong || folders.length > 0) return inFolders(own, { inside: folders.at(-1), roots });
  return markerNodes(own, groupBy === 'due' && group === overdueId ? byDeadline : byPlace);
}

/** The file with some of its markers; nothing without any. */
function part(file: SelectedFile, markers: readonly DebtMarker[]): readonly SelectedFile[] {
  if (markers.length === 0) return [];
  const overdue = markers.filter(({ isOverdue }) => isOverdue).length;
  return [{ ...file, markers, shown: markers.length, overdue }];
}

function inFolders(
  files: readonly SelectedFile[],
  { inside, roots }: { readonly inside: string | undefined; readonly roots: readonly string[] },
): readonly DebtNode[] {
  if (inside !== undefined && !inside.endsWith('/')) {
    const own = files.filter(({ uri }) => uri === inside);
    return markerNodes(own, byPlace);
  }
  return capped(folderNodes(files, { inside, roots }));
}

function groupNodes(
  files: readonly SelectedFile[],
  groupBy: Exclude<DebtQuery['groupBy'], 'folder'>,
  today: string,
): readonly DebtNode[] {
  const sums = new Map<string, Sum & { readonly group: DebtGroup }>();
  for (const { marker, ...part } of tally(files, groupBy)) {
    for (const group of groupsOf(groupBy, marker, today)) {
      let sum = sums.get(group.id);
      if (sum === undefined) sums.set(group.id, (sum = { group, count: 0, overdue: 0, days: 0 }));
      sum.count += part.count;
      sum.overdue += part.overdue;
      if (groupBy === 'cost') sum.days += part.count * (costInDays(marker.cost) ?? 0);
    }
  }
  return [...sums.values()]
    .sort(
      (a, b) =>
        (a.group.rank ?? 0) - (b.group.rank ?? 0) ||
        b.count - a.count ||
        compare(a.group.label, b.group.label),
    )
    .map(({ group: { id, label }, count, overdue, days }) => ({
      kind: 'group',
      id,
      label: cleanLine(days > 0 ? `${label}: ${inDays(days)}` : label),
      count,
      overdue,
      ...(groupBy === 'file' && { uri: id }),
    }));
}

interface Sum {
  count: number;
  overdue: number;
  days: number;
}

/** Markers with the same key are counted before anybody asks which groups that is; `marker` is the first of them. */
function tally(
  files: readonly SelectedFile[],
  groupBy: Exclude<DebtQuery['groupBy'], 'folder'>,
): Iterable<{ readonly marker: DebtMarker; readonly count: number; readonly overdue: number }> {
  const parts = new Map<string | undefined, { marker: DebtMarker; count: number; overdue: number }>();
  for (const { markers } of files) {
    for (const marker of markers) {
      const key = groupKey(groupBy, marker);
      let part = parts.get(key);
      if (part === undefined) parts.set(key, (part = { marker, count: 0, overdue: 0 }));
      part.count += 1;
      if (marker.isOverdue) part.overdue += 1;
    }
  }
  return parts.values();
}

/** A sum of estimates is not more exact than a tenth of a day. */
function inDays(days: number): string {
  const rounded = Math.max(0.1, Math.round(days * 10) / 10);
  return counted(rounded, 'day');
}

type Order = (a: DebtMarker, b: DebtMarker) => number;

/** The markers of files that stand in order. */
export function* markersByPlace(files: readonly SelectedFile[]): Iterable<DebtMarker> {
  for (const { markers } of files) yield* markers.toSorted(byPlace);
}

/** By path, then by line. */
export const byPlace: Order = (a, b) =>
  compare(a.uri, b.uri) ||
  a.range.start.line - b.range.start.line ||
  a.range.start.character - b.range.start.character;

const byDeadline: Order = (a, b) => compare(a.deadline ?? '', b.deadline ?? '') || byPlace(a, b);

function markerNodes(files: readonly SelectedFile[], order: Order): readonly DebtNode[] {
  const idOf = identify();
  const markers = files.flatMap((file) => file.markers).sort(order);
  return capped(markers.map((marker): DebtNode => ({ kind: 'marker', id: idOf(marker), marker })));
}

/** A marker keeps its id when lines move; of those that say the same in a file, each has its number. */
function identify(): (marker: ScannedMarker & { readonly uri: string }) => string {
  const seen = new Map<string, number>();
  return ({ uri, fingerprint }) => {
    const id = `${uri}#${fingerprint}`;
    const before = seen.get(id) ?? 0;
    seen.set(id, before + 1);
    return before === 0 ? id : `${id}~${before}`;
  };
}

function capped(nodes: readonly DebtNode[]): readonly DebtNode[] {
  if (nodes.length <= mostNodes) return nodes;
  return [...nodes.slice(0, mostNodes), { kind: 'more', id: 'more', count: nodes.length - mostNodes }];
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
