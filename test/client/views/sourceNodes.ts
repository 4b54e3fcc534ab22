import type { SourceNode } from '../../../src/client/views/sourceNode';

/** Labels with their descriptions, indented. */
export function print(nodes: readonly SourceNode[], indent = ''): string {
  return nodes
    .flatMap(({ label, description, children }) => [
      `${indent}${label}${description === undefined ? '' : ` (${description})`}`,
      ...(children ? [print(children, `${indent}  `)] : []),
    ])
    .join('\n');
}

export function flatten(nodes: readonly SourceNode[]): readonly SourceNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children ?? [])]);
}
