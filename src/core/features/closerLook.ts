import type { Blame } from '../git';
import { judge } from '../markers/judge';
import type { Policy } from '../markers/policy';
import { isExcused } from '../markers/scannedMarker';
import { writtenDay } from '../markers/writtenDay';
import type { DebtMarker } from './debt';

export interface CloserLook {
  /** Who wrote its lines, where git tells. */
  readonly blame: Blame | undefined;
  /** `2026-11-22`, in the reader's calendar. */
  readonly today: string;
  /** What holds for a tag in this file. */
  policyOf(tag: string): Policy | undefined;
}

/** The markers of a file, judged once more by what a scan leaves out: a policy lets them expire after they were written. */
export function lookCloser(
  markers: readonly DebtMarker[],
  { blame, today, policyOf }: CloserLook,
): readonly DebtMarker[] {
  return markers.map((marker) => {
    const policy = policyOf(marker.tag);
    if (policy === undefined || isExcused(marker, policy)) return marker;
    const since = writtenDay(blame?.lines[marker.range.start.line], today);
    return { ...marker, ...judge(marker, policy, { today, ...(since !== undefined && { since }) }) };
  });
}

/** Whether a marker lacks what its policy wants, or its last day is over. */
function breaksPolicy({ missing, isOverdue }: DebtMarker): boolean {
  return missing.length > 0 || isOverdue;
}

/** Whether the team wants to be warned of a marker, now that it is judged. */
export function isWarned(marker: DebtMarker): boolean {
  return marker.level === 'warning' && breaksPolicy(marker);
}

/** Whether only a closer look tells if a marker breaks its policy: its last day hangs on the day it was written. */
export function needsCloserLook(marker: DebtMarker, policy: Policy | undefined): boolean {
  return marker.due === undefined && policy?.expires !== undefined && !isExcused(marker, policy);
}
