import type { DebtMarker } from '../core/features/debt';
import type { SkippedFile } from '../core/markers/scanner';
import { cut } from '../core/text/cut';
import { cleanLine } from '../core/text/markdown';
import { plainText } from './output';
import { grouped } from '../core/text/grouped';

/** Markers for a person: one in a line, then how many there are, and what was left out. */
export function markersText(
  markers: readonly DebtMarker[],
  { skipped, hidden }: { readonly skipped: readonly SkippedFile[]; readonly hidden: number },
): string {
  const lines = markers.map(markerLine);
  if (lines.length > 0) lines.push('');
  lines.push(summary(markers));
  if (hidden > 0) lines.push(`${counted(hidden, 'suppression')} not shown: --suppressions shows them`);
  return `${[...lines, ...skippedLines(skipped)].join('\n')}\n`;
}

/** `src/a.ts:3:4 TODO write it (@maya, 2027-01-31, #12)` */
export function markerLine({ path, range, tag, text, owner, due, issue }: DebtMarker): string {
  const parts = [owner, due, issue].filter((part) => part !== undefined).map(cleanLine);
  const said = cleanLine(text);
  return [
    `${placeText(path, range)} ${cleanLine(tag)}`,
    ...(said === '' ? [] : [cut(said, longestText)]),
    ...(parts.length === 0 ? [] : [`(${parts.join(', ')})`]),
  ].join(' ');
}

/** What was not scanned, once for each reason, with a few of its files. */
export function skippedLines(skipped: readonly SkippedFile[]): readonly string[] {
  return [...grouped(skipped, ({ reason }) => [reason])].map(([reason, files]) => {
    const paths = files.map(({ path }) => path);
    const some = paths.slice(0, namedFiles).map(pathText);
    const rest = paths.length > some.length ? ', …' : '';
    const subject = paths.length === 1 ? 'it' : 'each';
    const what =
      paths[0] === '.' ? '1 folder not scanned as a whole' : `${counted(paths.length, 'file')} not scanned`;
    return `${what}, ${subject} ${cleanLine(reason)}: ${some.join(', ')}${rest}`;
  });
}

/** `3 markers`; the word gets its plural from an `s`. */
export function counted(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}

/** A path in one line, with each of its blanks. */
export function pathText(path: string): string {
  return plainText(path).replace(/[\n\t]/g, '\ufffd');
}

const namedFiles = 3;
const longestText = 200;

function placeText(path: string, { start }: DebtMarker['range']): string {
  return `${pathText(path)}:${start.line + 1}:${start.character + 1}`;
}

/** `3 markers in 2 files: 2 TODO, 1 FIXME`, the most frequent first. */
function summary(markers: readonly DebtMarker[]): string {
  if (markers.length === 0) return 'No markers';
  const counts = new Map<string, number>();
  for (const { tag } of markers) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const tags = [...counts]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([tag, count]) => `${count.toLocaleString('en')} ${cleanLine(tag)}`);
  const files = new Set(markers.map(({ path }) => path)).size;
  return `${counted(markers.length, 'marker')} in ${counted(files, 'file')}: ${tags.join(', ')}`;
}
