import type { DebtFilter, DebtMarker, DebtResult } from './debt';

/** What a filter leaves, and how much there is in all. */
export interface DebtSelection extends Pick<
  DebtResult,
  'shown' | 'total' | 'suppressions' | 'overdueAndMine'
> {
  readonly markers: readonly DebtMarker[];
}

/** Applies a filter to the markers of the workspace. */
export function selectDebt(all: readonly DebtMarker[], filter: DebtFilter): DebtSelection {
  const fits = compileFilter(filter);
  const markers: DebtMarker[] = [];
  let total = 0;
  let suppressions = 0;
  let overdueAndMine = 0;
  for (const marker of all) {
    if (marker.kind === 'suppression') suppressions += 1;
    if (marker.isOverdue && marker.isMine) overdueAndMine += 1;
    if (marker.kind === 'suppression' && !filter.suppressions) continue;
    total += 1;
    if (fits(marker)) markers.push(marker);
  }
  return { markers, shown: markers.length, total, suppressions, overdueAndMine };
}

function compileFilter(filter: DebtFilter): (marker: DebtMarker) => boolean {
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const tags = filter.tags && new Set(filter.tags);
  return (marker) =>
    (!filter.mine || marker.isMine) &&
    (!filter.overdue || marker.isOverdue) &&
    (!filter.unowned || marker.owner === undefined) &&
    (!filter.branch || marker.isNew === true) &&
    (tags === undefined || tags.has(marker.tag)) &&
    (words.length === 0 || holdsAll(marker, words));
}

function holdsAll({ text, tag, owner = '', issue = '', path }: DebtMarker, words: readonly string[]) {
  const all = `${text}\n${tag}\n${owner}\n${issue}\n${path}`.toLowerCase();
  return words.every((word) => all.includes(word));
}
