import type { DebtMarker, DebtNode, DebtResult } from '../../../src/core/features/debt';

/** A marker of the shop; what is given differs. */
export function marker(given: Partial<DebtMarker> = {}): DebtMarker {
  return {
    uri: 'file:///shop/src/cart/pricing.ts',
    path: 'src/cart/pricing.ts',
    range: { start: { line: 17, character: 3 }, end: { line: 17, character: 8 } },
    tag: 'FIXME',
    kind: 'debt',
    level: 'hint',
    text: 'each line rounds on its own',
    fingerprint: 'f',
    missing: [],
    isOverdue: false,
    isMine: false,
    ...given,
  };
}

export function markerNode(given: Partial<DebtMarker> = {}): DebtNode {
  return { kind: 'marker', id: 'm', marker: marker(given) };
}

export function group(id: string, given: Partial<Extract<DebtNode, { kind: 'group' }>> = {}): DebtNode {
  return { kind: 'group', id, label: id, count: 1, overdue: 0, ...given };
}

/** What a finished scan of two markers comes to. */
export function result(given: Partial<DebtResult> = {}): DebtResult {
  return {
    nodes: [markerNode()],
    shown: 2,
    total: 2,
    suppressions: 0,
    overdueAndMine: 0,
    scan: { state: 'done', done: 10, files: 10, skipped: [] },
    ...given,
  };
}
