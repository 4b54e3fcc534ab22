import type { Repeat, Syntax } from './patternSyntax';

/** About how many instructions the engine makes of it: counted repeats are written out. */
export function sizeOf(syntax: Syntax): number {
  switch (syntax.kind) {
    case 'text':
      return syntax.text.length;
    case 'sequence':
      return Math.max(1, sum(syntax.parts));
    case 'choice':
      return sum(syntax.options) + syntax.options.length - 1;
    case 'repeat': {
      const inner = sizeOf(syntax.of);
      if (syntax.max !== Infinity) return Math.max(1, syntax.max * inner + syntax.max - syntax.min);
      return Math.max(1, syntax.min) * inner + 2;
    }
    default:
      return 1;
  }
}

/** The repeat that makes most of the size; `undefined` where nothing is repeated. */
export function largestRepeat(syntax: Syntax): Repeat | undefined {
  switch (syntax.kind) {
    case 'sequence':
      return largestOf(syntax.parts);
    case 'choice':
      return largestOf(syntax.options);
    case 'repeat':
      return syntax;
    default:
      return undefined;
  }
}

function largestOf(nodes: readonly Syntax[]): Repeat | undefined {
  let largest: Repeat | undefined;
  for (const node of nodes) {
    const repeat = largestRepeat(node);
    if (repeat !== undefined && (largest === undefined || sizeOf(repeat) > sizeOf(largest))) largest = repeat;
  }
  return largest;
}

function sum(nodes: readonly Syntax[]): number {
  return nodes.reduce((total, node) => total + sizeOf(node), 0);
}
