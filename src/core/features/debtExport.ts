import { cleanLine, escapeInline } from '../text/markdown';
import type { DebtFormat, DebtMarker } from './debt';

/** Markers as text to save or share, in the order they come in. */
export function debtText(markers: readonly DebtMarker[], format: DebtFormat): string {
  return [...debtPieces(markers, format)].join('');
}

/** The same in pieces: one for each marker, and what is around them. */
export function* debtPieces(markers: Iterable<DebtMarker>, format: DebtFormat): Iterable<string> {
  const { head, tail, piece, between = '' } = formats[format];
  yield head;
  let isFirst = true;
  for (const marker of markers) {
    yield isFirst ? piece(marker) : between + piece(marker);
    isFirst = false;
  }
  yield tail;
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

function field(value: string | number | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  const safe = notFormula(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Spreadsheets run what begins with these signs; an apostrophe before them makes it text, as OWASP advises. */
function notFormula(value: string): string {
  return /^[\s\0]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(value) ? `'${value}` : value;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cleanLine(cell)).join(' | ')} |`;
}

interface Format {
  readonly head: string;
  readonly tail: string;
  readonly between?: string;
  piece(marker: DebtMarker): string;
}

const headings = ['Place', 'Marker', 'Text', 'Owner', 'Issue', 'Due', 'Cost'];

const formats: Readonly<Record<DebtFormat, Format>> = {
  markdown: {
    head: `${row(headings)}\n${row(headings.map(() => '---'))}\n`,
    tail: '',
    piece({ path, range, tag, text, owner, issue, deadline, cost }) {
      const place = `${path}:${range.start.line + 1}`;
      return `${row([place, tag, text, owner, issue, deadline, cost].map((cell) => escapeInline(cell ?? '')))}\n`;
    },
  },
  /** As RFC 4180 has it. */
  csv: {
    head: `${columns.map(([name]) => name).join(',')}\r\n`,
    tail: '',
    piece: (marker) => `${columns.map(([, of]) => field(of(marker))).join(',')}\r\n`,
  },
  json: {
    head: '{ "markers": [\n',
    tail: '\n] }\n',
    between: ',\n',
    piece: (marker) => JSON.stringify(marker),
  },
};
