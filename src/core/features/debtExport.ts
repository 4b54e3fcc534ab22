import { cleanLine, escapeInline } from '../text/markdown';
import type { DebtFormat, DebtMarker } from './debt';

/** Markers as text to save or share, in the order they come in. */
export function debtText(markers: readonly DebtMarker[], format: DebtFormat): string {
  switch (format) {
    case 'markdown':
      return markdownTable(markers);
    case 'csv':
      return csv(markers);
    case 'json':
      return `${JSON.stringify({ markers }, undefined, 2)}\n`;
  }
}

/** Lines and columns are counted from 1, as people do. */
const columns: readonly (readonly [name: string, of: (marker: DebtMarker) => string | number | undefined])[] =
  [
    ['path', ({ path }) => path],
    ['line', ({ range }) => range.start.line + 1],
    ['column', ({ range }) => range.start.character + 1],
    ['tag', ({ tag }) => tag],
    ['kind', ({ kind }) => kind],
    ['text', ({ text }) => text],
    ['owner', ({ owner }) => owner],
    ['issue', ({ issue }) => issue],
    ['due', ({ due }) => due],
    ['deadline', ({ deadline }) => deadline],
    ['overdue', ({ isOverdue }) => (isOverdue ? 'yes' : 'no')],
    ['cost', ({ cost }) => cost],
    ['reason', ({ reason }) => reason],
    ['area', ({ area }) => area],
    ['lead', ({ lead }) => lead],
    ['since', ({ since }) => since],
    ['missing', ({ missing }) => missing.join(' ')],
    ['new', ({ isNew }) => (isNew === undefined ? undefined : isNew ? 'yes' : 'no')],
  ];

/** As RFC 4180 has it. */
function csv(markers: readonly DebtMarker[]): string {
  const lines = [
    columns.map(([name]) => name),
    ...markers.map((marker) => columns.map(([, of]) => field(of(marker)))),
  ];
  return lines.map((fields) => `${fields.join(',')}\r\n`).join('');
}

function field(value: string | number | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  const safe = notFormula(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Spreadsheets run what begins with these signs; an apostrophe before them makes it text, as OWASP advises. */
function notFormula(value: string): string {
  return /^[\s\0]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(value) ? `'${value}` : value;
}

function markdownTable(markers: readonly DebtMarker[]): string {
  const rows = markers.map(({ path, range, tag, text, owner, issue, deadline, cost }) => {
    const place = `${path}:${range.start.line + 1}`;
    return row([place, tag, text, owner, issue, deadline, cost].map((cell) => escapeInline(cell ?? '')));
  });
  const names = ['Place', 'Marker', 'Text', 'Owner', 'Issue', 'Due', 'Cost'];
  return [row(names), row(names.map(() => '---')), ...rows, ''].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cleanLine(cell)).join(' | ')} |`;
}
