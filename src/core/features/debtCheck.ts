import type { DebtMarker } from './debt';
import { compareBaseline, type DebtBaseline, type DebtDifference, folderOf } from './debtBaseline';

/** What a team does not want to have, now that it asks. */
export interface DebtCheck {
  readonly grown: readonly DebtGrowth[];
  /** Of the baseline: it allows more than there is. */
  readonly slack: readonly DebtDifference[];
  /** Markers that break a policy of level `warning`, by path and place. */
  readonly broken: readonly DebtMarker[];
}

export interface DebtGrowth extends DebtDifference {
  /** All of this tag in this folder, by path and place: which of them is the new one is not in a baseline. */
  readonly markers: readonly DebtMarker[];
}

/** Holds markers against the team's policies and, where there is one, the baseline. */
export function checkDebt(markers: readonly DebtMarker[], baseline: DebtBaseline | undefined): DebtCheck {
  const { grown, slack } =
    baseline === undefined ? { grown: [], slack: [] } : compareBaseline(baseline, markers);
  return {
    grown: grown.map((difference) => ({
      ...difference,
      markers: markers.filter(
        ({ path, tag, kind }) =>
          tag === difference.tag &&
          folderOf(path) === difference.folder &&
          baseline?.kinds.includes(kind) === true,
      ),
    })),
    slack,
    broken: markers.filter((marker) => marker.level === 'warning' && breaksPolicy(marker)),
  };
}

/** Whether a marker lacks what its policy wants, or its last day is over. */
export function breaksPolicy({ missing, isOverdue }: DebtMarker): boolean {
  return missing.length > 0 || isOverdue;
}
