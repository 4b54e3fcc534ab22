import type { Opener, RestKind } from './yamlLine';
import type { Lines } from './yamlLines';

/** Keys, and indexes of items, from the top of a document or of a page's front matter. */
export type SourcePath = readonly (string | number)[];

/** A key or an item that holds what stands further to the right below it. */
export interface Ancestor {
  /** The key, or the item's index. */
  part: string | number;
  readonly row: number;
  readonly column: number;
  readonly kind: Opener['kind'];
  /** What stands behind it on its line, and where; `nothing` where another key or dash does. */
  readonly rest: number;
  readonly restKind: RestKind;
}

export interface Child {
  readonly row: number;
  readonly column: number;
  readonly kind: Opener['kind'];
}

export interface Block {
  /** Outermost first. */
  readonly ancestors: readonly Ancestor[];
  /** Of a key, the others of its mapping. */
  readonly keys: readonly string[];
  /** Of a dash, how many items of its list come before. */
  readonly index: number;
}

/**
 * What holds a key or a dash, told by indentation alone, upwards from it: whatever is broken in other blocks counts for
 * nothing. Linear in the lines above it.
 */
export function blockAround(lines: Lines, { row, column, kind }: Child): Block {
  const ancestors: Ancestor[] = [];
  const above: string[] = [];
  let index = 0;
  let at: { readonly column: number; readonly kind: Opener['kind'] } = { column, kind };
  const [from] = lines.documentAt(row);
  for (let each = row - 1; each >= from; each--) {
    // Nothing holds a key at the margin.
    if (ancestors.length > 0 && at.column === 0 && at.kind === 'key') break;
    const indent = lines.indent(each);
    if (indent === undefined || indent > at.column) continue;
    const line = lines.read(each);
    for (const [place, opener] of [...line.openers.entries()].reverse()) {
      const isCompactList = opener.column === at.column && at.kind === 'dash' && opener.kind === 'key';
      if (opener.column > at.column) continue;
      if (opener.column === at.column && !isCompactList) {
        if (opener.kind !== at.kind) continue;
        const nearest = ancestors.at(-1);
        if (opener.kind === 'key' && nearest === undefined) above.push(opener.name);
        else if (opener.kind === 'dash' && nearest === undefined) index++;
        else if (opener.kind === 'dash') nearest!.part = Number(nearest!.part) + 1;
        continue;
      }
      const isLast = place === line.openers.length - 1;
      ancestors.push({
        part: opener.kind === 'key' ? opener.name : 0,
        row: each,
        column: opener.column,
        kind: opener.kind,
        rest: line.rest,
        restKind: isLast ? line.restKind : 'nothing',
      });
      at = opener;
    }
  }
  const below = kind === 'key' ? keysBelow(lines, { row, column }) : [];
  return { ancestors: ancestors.reverse(), keys: [...above.reverse(), ...below], index };
}

/** The keys at a column below a line, as far as the mapping goes that they would be in. */
export function keysBelow(lines: Lines, { row, column }: Omit<Child, 'kind'>): readonly string[] {
  const keys: string[] = [];
  const [, to] = lines.documentAt(row);
  for (let each = row + 1; each < to; each++) {
    const indent = lines.indent(each);
    if (indent === undefined || indent > column) continue;
    if (indent < column) break;
    const [first] = lines.read(each).openers;
    if (first?.kind === 'key') keys.push(first.name);
  }
  return keys;
}

export function pathOf(ancestors: readonly Ancestor[]): SourcePath {
  return ancestors.map(({ part }) => part);
}
