import type { LineSpan } from '../text/contentAnchor';
import type { ReadText } from './anchorText';
import { declarationsOf } from './outline';
import { quoted, type StepAnchor } from './stepAnchor';

/** What says best where some lines are, beside the file. */
export interface ProposedAnchor {
  readonly at: Pick<StepAnchor, 'symbol' | 'text' | 'selection' | 'line'>;
  /** In words, such as `the symbol closeTheDay`. */
  readonly label: string;
}

/** A line with less than this says too little to be looked for. */
const fewestWordUnits = 3;

/** How many lines are tried; each costs a look through the text. */
const mostTries = 20;

/**
 * The best anchor for lines of a text (0-based, both included): the declaration that they begin or are, if no other
 * has its name; else the shortest of them that is written once; else their numbers.
 */
export function proposeAnchor(file: ReadText, span: LineSpan): ProposedAnchor {
  const last = file.lines.length - 1;
  const [start, end] = [
    Math.min(span.start, last),
    Math.max(Math.min(span.end, last), Math.min(span.start, last)),
  ];
  const symbol = symbolOf(file, { start, end });
  if (symbol !== undefined) return { at: { symbol }, label: `the symbol ${symbol}` };
  const text = uniqueLine(file, { start, end });
  if (text !== undefined) return { at: { text }, label: `the text ${quoted(text)}` };
  if (start === end) return { at: { line: start + 1 }, label: `line ${start + 1}` };
  const at = { selection: { start: { line: start + 1 }, end: { line: end + 1 } } };
  return { at, label: `lines ${start + 1} to ${end + 1}` };
}

function symbolOf(file: ReadText, { start, end }: LineSpan): string | undefined {
  for (const declaration of file.outline) {
    const range = file.rangeOf(declaration.start, declaration.end);
    if (range.start.line > start) return undefined;
    if (range.start.line !== start || (end !== start && end !== range.end.line)) continue;
    if (declarationsOf(file.outline, declaration.path).length === 1) return declaration.path;
  }
  return undefined;
}

function uniqueLine({ text, content }: ReadText, { start, end }: LineSpan): string | undefined {
  return content.keys
    .slice(start + 1, end + 2)
    .filter((key) => content.counts.get(key) === 1)
    .filter((key) => (key.match(/[\p{L}\p{N}_]/gu)?.length ?? 0) >= fewestWordUnits)
    .sort((a, b) => a.length - b.length)
    .slice(0, mostTries)
    .find((key) => text.indexOf(key) === text.lastIndexOf(key));
}
