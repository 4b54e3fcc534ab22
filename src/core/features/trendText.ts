import { counted } from '../text/counted';
import { sparkline } from '../text/sparkline';
import type { Trend } from './trend';

/** A trend as lines of plain text: a table, its line, and what is known about age. */
export function trendText({ points, medianAge, partial }: Trend): string {
  const notes = partial === undefined ? [] : ['', partial];
  if (points.length === 0) return lines(['There is no commit yet.', ...notes]);
  const table = [
    ['day', 'markers', 'in', 'out'],
    ...points.map(({ day, markers, inflow, outflow }) => [
      day,
      `${markers}`,
      signed('+', inflow),
      signed('-', outflow),
    ]),
  ];
  const widths = [10, 9, 8, 8];
  const rows = table.map((cells) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join(''),
  );
  const age =
    medianAge === undefined
      ? 'There are no markers.'
      : `Half of today's markers are at least ${counted(medianAge, 'day')} old.`;
  return lines([...rows, '', sparkline(points.map(({ markers }) => markers)), age, ...notes]);
}

function signed(sign: string, count: number): string {
  return count === 0 ? '0' : `${sign}${count}`;
}

function lines(texts: readonly string[]): string {
  return `${texts.join('\n')}\n`;
}
