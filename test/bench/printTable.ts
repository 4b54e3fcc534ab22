import { median, type Row } from './measure';

const heads = ['What', 'Leadlight', 'Beside', 'Ratio', 'Least to most', 'Goal', 'Runs'];

/** The rows as one Markdown table. Every figure is a median over the runs, also the ratio: of the runs' ratios. */
export function printTable(rows: readonly Row[]): string {
  const lines = [heads, heads.map(() => '---'), ...rows.map(cells)];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) => `| ${line.map((cell, column) => pad(cell, widths[column]!)).join(' | ')} |`)
    .join('\n');
}

function cells({ what, unit, own, besides, goal = '' }: Row): readonly string[] {
  const figure = (figures: readonly number[]) => `${rounded(median(figures))} ${unit}`;
  const runs = String(own.length);
  if (besides === undefined) return [what, figure(own), '', '', '', goal, runs];
  const ratios = own.map((value, run) => value / besides.figures[run]!);
  const range = ratios.length > 1 ? `${rounded(Math.min(...ratios))} to ${rounded(Math.max(...ratios))}` : '';
  return [
    what,
    figure(own),
    `${besides.what}: ${figure(besides.figures)}`,
    `${rounded(median(ratios))}x`,
    range,
    goal,
    runs,
  ];
}

/** Three digits, but no more behind the point than mean something. */
function rounded(value: number): string {
  if (!Number.isFinite(value)) return '?';
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return value.toFixed(digits);
}

function pad(cell: string, width: number): string {
  return /^-+$/.test(cell) ? cell.padEnd(width, '-') : cell.padEnd(width);
}
