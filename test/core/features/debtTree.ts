import type { DebtNode, DebtQuery } from '../../../src/core/features/debt';
import type { Service } from '../../../src/core/service';

/** Groups, filter and reader as a test needs them: by folder, no filter, nobody. */
export function debtQuery(query: Partial<DebtQuery> = {}): DebtQuery {
  return { groupBy: 'folder', filter: {}, me: [], inside: [], ...query };
}

/** The whole tree of a query, indented, one node a line: `label 3 (1 overdue)`, `path:line TAG text`, `... 7 more`. */
export async function debtTree(service: Service, query: Partial<DebtQuery> = {}): Promise<readonly string[]> {
  const { nodes } = await service.debt.query(debtQuery(query));
  const lines: string[] = [];
  for (const node of nodes) {
    lines.push(lineOf(node));
    if (node.kind !== 'group') continue;
    const inside = [...(query.inside ?? []), node.id];
    for (const line of await debtTree(service, { ...query, inside })) lines.push(`  ${line}`);
  }
  return lines;
}

function lineOf(node: DebtNode): string {
  if (node.kind === 'more') return `... ${node.count} more`;
  if (node.kind === 'group') {
    return `${node.label} ${node.count}${node.overdue === 0 ? '' : ` (${node.overdue} overdue)`}`;
  }
  const { path, range, tag, text } = node.marker;
  return `${path}:${range.start.line + 1} ${tag} ${text}`.trim();
}
