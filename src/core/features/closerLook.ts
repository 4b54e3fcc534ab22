import type { TextDocument } from 'vscode-languageserver-textdocument';
import { scanRegions } from '../comments/scanRegions';
import type { Blame } from '../git';
import { judge } from '../markers/judge';
import type { Policy } from '../markers/policy';
import { excusedLines } from '../match/excuses';
import type { DebtMarker } from './debt';

export interface CloserLook {
  /** The file as it was scanned. */
  readonly document: TextDocument;
  /** Who wrote its lines, where git tells. */
  readonly blame: Blame | undefined;
  /** `2026-11-22`, in the reader's calendar. */
  readonly today: string;
  /** What holds for a tag in this file. */
  policyOf(tag: string): Policy | undefined;
}

/**
 * The markers of a file, judged once more by what a scan of many files leaves out: `leadlight-ignore` excuses a marker
 * from its policy, and a policy lets it expire some time after it was written.
 */
export function lookCloser(
  markers: readonly DebtMarker[],
  { document, blame, today, policyOf }: CloserLook,
): readonly DebtMarker[] {
  const isExcused = excusedLines(document, scanRegions(document.getText(), document.languageId));
  return markers.map((marker) => {
    const policy = policyOf(marker.tag);
    if (policy === undefined) return marker;
    const { start } = marker.range;
    if (policy.entry !== undefined && isExcused(policy.entry.id, document.offsetAt(start)))
      return { ...marker, missing: [], isOverdue: false };
    const line = blame?.lines[start.line];
    // What is not committed yet was written today.
    const since = line?.commit === undefined ? line && today : line.day;
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

/** Whether only a closer look tells if a marker breaks its policy. */
export function needsCloserLook(marker: DebtMarker, policy: Policy | undefined): boolean {
  return breaksPolicy(marker) || expiresUnseen(marker, policy);
}

/** Whether the last day of a marker hangs on the day it was written. */
export function expiresUnseen({ due }: DebtMarker, policy: Policy | undefined): boolean {
  return due === undefined && policy?.expires !== undefined;
}
