/** What the comparison found in one language, or in all. */
export interface Row {
  readonly language: string;
  readonly files: number;
  readonly bytes: number;
  readonly agreed: number;
  /** Disagreements that were looked at, and in which TextMate is wrong. */
  readonly explained: number;
  readonly onlyOurs: number;
  readonly onlyTheirs: number;
}

/** A row of fewer markers says little. */
const thinRow = 10;
const heads = [
  'Language',
  'Files',
  'KB',
  'Markers',
  'Agreed',
  'Only ours',
  'Only theirs',
  'Explained',
  'Precision',
  'Recall',
];

/** A Markdown table, with all rows added up in the last line. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [heads, heads.map((_, column) => (column === 0 ? '---' : '--:'))];
  for (const row of [...rows, total(rows)]) {
    const { language, files, bytes, agreed, onlyOurs, onlyTheirs, explained } = row;
    const { precision, recall } = rates(row);
    const markers = markersOf(row);
    const figures = [files, Math.round(bytes / 1000), markers, agreed, onlyOurs, onlyTheirs, explained];
    const shares = markers === 0 ? ['', ''] : [percent(precision), percent(recall)];
    lines.push([language, ...figures.map(String), ...shares]);
  }
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** What a table says as a whole, and what it does not say. */
export function summaryOf(rows: readonly Row[]): string {
  const { agreed, explained, onlyOurs, onlyTheirs } = total(rows);
  const wrong = onlyOurs + onlyTheirs;
  const differ = explained + wrong;
  const thin = rows.filter((row) => markersOf(row) < thinRow).map(({ language }) => language);
  return [
    `Of ${agreed + differ} markers ${agreed} were found by both. `,
    `${differ} were found by one alone: in ${explained} TextMate is wrong, ${wrong} count against Leadlight. `,
    `Fewer than ${thinRow} markers, and so little is known from here of ${thin.join(', ')}.\n`,
  ].join('');
}

export function total(rows: readonly Row[]): Row {
  const sum = (figure: (row: Row) => number) => rows.reduce((all, row) => all + figure(row), 0);
  return {
    language: 'all',
    files: sum(({ files }) => files),
    bytes: sum(({ bytes }) => bytes),
    agreed: sum(({ agreed }) => agreed),
    explained: sum(({ explained }) => explained),
    onlyOurs: sum(({ onlyOurs }) => onlyOurs),
    onlyTheirs: sum(({ onlyTheirs }) => onlyTheirs),
  };
}

/** Both from 0 to 1; what is explained counts for neither. */
export function rates({ agreed, onlyOurs, onlyTheirs }: Row): {
  readonly precision: number;
  readonly recall: number;
} {
  const of = (wrong: number) => (agreed + wrong === 0 ? 1 : agreed / (agreed + wrong));
  return { precision: of(onlyOurs), recall: of(onlyTheirs) };
}

function markersOf({ agreed, onlyOurs, onlyTheirs, explained }: Row): number {
  return agreed + onlyOurs + onlyTheirs + explained;
}

function percent(share: number): string {
  return `${(Math.floor(share * 10_000) / 100).toFixed(2)} %`;
}
