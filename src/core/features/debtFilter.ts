import type { DebtFilter, DebtMarker, DebtResult } from './debt';
import type { JudgedFile } from './debtMarkers';

/** What a filter leaves of a file, and how much there is in it. */
export interface SelectedFile extends JudgedFile, DebtCounts {
  /** Of the markers that are left. */
  readonly overdue: number;
}

export type DebtCounts = Pick<DebtResult, 'shown' | 'total' | 'suppressions' | 'overdueAndMine'>;

/** Compiles a filter into a function that applies it to a file. */
export function compileFilter(filter: DebtFilter): (file: JudgedFile) => SelectedFile {
  const fits = compileTest(filter);
  return ({ uri, markers: all }) => {
    const asked = filter.suppressions ? all : all.filter(({ kind }) => kind === 'debt');
    const markers = asked.filter(fits);
    return {
      uri,
      markers,
      overdue: markers.filter(({ isOverdue }) => isOverdue).length,
      shown: markers.length,
      total: asked.length,
      suppressions: all.filter(({ kind }) => kind === 'suppression').length,
      overdueAndMine: all.filter(({ isOverdue, isMine }) => isOverdue && isMine).length,
    };
  };
}

/** Adds up the counts of files. */
export function countsOf(files: readonly DebtCounts[]): DebtCounts {
  const sum = { shown: 0, total: 0, suppressions: 0, overdueAndMine: 0 };
  for (const file of files) {
    sum.shown += file.shown;
    sum.total += file.total;
    sum.suppressions += file.suppressions;
    sum.overdueAndMine += file.overdueAndMine;
  }
  return sum;
}

function compileTest(filter: DebtFilter): (marker: DebtMarker) => boolean {
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
