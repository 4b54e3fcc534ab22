import { lineEndAt, lineStartAt } from '../text/lineEnds';
import { cleanText } from '../text/markdown';

/** Code that a person selected, in the text that their editor holds. */
export interface CodeSelection {
  /** The whole document. */
  readonly text: string;
  /** VS Code's. */
  readonly languageId: string;
  /** Relative to the workspace folder. */
  readonly path: string;
  /** UTF-16 offsets, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The same without white space around it; where nothing is selected, the line that the cursor is in. */
export function wholeSelection(selection: CodeSelection): CodeSelection {
  const { text } = selection;
  let { start, end } = selection;
  if (text.slice(start, end).trim() === '') {
    start = lineStartAt(text, start);
    end = lineEndAt(text, start);
  }
  const written = text.slice(start, end);
  const from = start + (written.length - written.trimStart().length);
  return { ...selection, start: from, end: from + written.trim().length };
}

/** The code between two offsets as it would stand alone: its lines begin where the leftmost one does. */
export function codeAlone(text: string, start: number, end: number): string {
  const before = text.slice(lineStartAt(text, start), start);
  const lead = before.trim() === '' ? before : '';
  const lines = cleanText(lead + text.slice(start, end)).split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)![0].length);
  const least = Math.min(...indents);
  return lines.map((line) => line.slice(least).trimEnd()).join('\n');
}

/** The lines of a range, as links to files name them: `#L10`, `#L10-L42`. */
export function lineFragment({ text, start, end }: CodeSelection): string {
  const [first, last] = [start, end].map((offset) => text.slice(0, offset).split(/\r\n|\r|\n/).length);
  return first === last ? `#L${first}` : `#L${first}-L${last}`;
}
