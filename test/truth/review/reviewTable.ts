/** What the replay found of one predicate, or of all. */
export interface Row {
  readonly predicate: string;
  readonly items: number;
  readonly evaluated: number;
  /** How often it held. */
  readonly held: number;
  readonly agreed: number;
  /** Where Leadlight says that it cannot tell. */
  readonly untold: number;
  readonly differ: number;
}

const heads = ['Predicate', 'Items', 'Evaluated', 'Held', 'Agreed', 'Not told', 'Differ'];

/** A Markdown table, with all rows added up in the last line. */
export function reviewTable(rows: readonly Row[]): string {
  const sum = (figure: (row: Row) => number) => rows.reduce((all, row) => all + figure(row), 0);
  const all: Row = {
    predicate: 'all',
    items: sum(({ items }) => items),
    evaluated: sum(({ evaluated }) => evaluated),
    held: sum(({ held }) => held),
    agreed: sum(({ agreed }) => agreed),
    untold: sum(({ untold }) => untold),
    differ: sum(({ differ }) => differ),
  };
  const lines = [heads, heads.map((_, column) => (column === 0 ? '---' : '--:'))];
  for (const { predicate, items, evaluated, held, agreed, untold, differ } of [...rows, all])
    lines.push([predicate, ...[items, evaluated, held, agreed, untold, differ].map(String)]);
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
