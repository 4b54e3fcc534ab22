import type { LineSpan } from '../text/contentAnchor';
import type { ReadText } from './anchorText';
import { declarationsOf } from './outline';
import { quoted, type StepAnchor } from './stepAnchor';

/** What says where some lines are, beside the file; JSON. */
export interface ProposedAnchor {
  readonly at: Pick<StepAnchor, 'symbol' | 'text' | 'selection' | 'line'>;
  /** In words, such as `the symbol closeTheDay`. */
  readonly label: string;
  /** Why to choose it, or why not; a sentence. */
  readonly why: string;
  /** What a step about it may be called; absent where it has no name. */
  readonly name?: string;
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
  const lines = within(file, span);
  return bySymbol(symbolOf(file, lines)) ?? byText(uniqueLine(file, lines)) ?? byNumber(lines);
}

/** All that a person may choose from, the best first: also the declaration around the lines, and the whole file. */
export function proposeAnchors(file: ReadText, span: LineSpan): readonly ProposedAnchor[] {
  const lines = within(file, span);
  const [symbol, around] = [symbolOf(file, lines), symbolAround(file, lines)];
  const all = [
    bySymbol(symbol),
    byText(uniqueLine(file, lines)),
    around === symbol ? undefined : bySymbol(around, { isAround: true }),
    byNumber(lines),
  ];
  return [...all.filter((each) => each !== undefined), wholeFile];
}

const wholeFile: ProposedAnchor = {
  at: {},
  label: 'the whole file',
  why: 'The file is opened, and nothing in it is marked.',
};

function bySymbol(symbol: string | undefined, { isAround = false } = {}): ProposedAnchor | undefined {
  if (symbol === undefined) return undefined;
  return {
    at: { symbol },
    label: `the symbol ${symbol}${isAround ? ', around it' : ''}`,
    why: 'It is found by its name, whatever is written in it and around it.',
    name: symbol,
  };
}

function byText(text: string | undefined): ProposedAnchor | undefined {
  if (text === undefined) return undefined;
  return {
    at: { text },
    label: `the text ${quoted(text)}`,
    why: 'It stands in this file once, and is found wherever it moves to in it.',
    name: text,
  };
}

function byNumber({ start, end }: LineSpan): ProposedAnchor {
  const why =
    'Git tells what stood there when the step was committed; without git, only the number is known.';
  if (start === end) return { at: { line: start + 1 }, label: `line ${start + 1}`, why };
  const at = { selection: { start: { line: start + 1 }, end: { line: end + 1 } } };
  return { at, label: `lines ${start + 1} to ${end + 1}`, why };
}

function within({ lines }: ReadText, { start, end }: LineSpan): LineSpan {
  const last = lines.length - 1;
  return { start: Math.min(start, last), end: Math.max(Math.min(end, last), Math.min(start, last)) };
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

/** The innermost declaration that holds the lines, if no other has its name. */
function symbolAround(file: ReadText, { start, end }: LineSpan): string | undefined {
  return file.outline.findLast((declaration) => {
    const range = file.rangeOf(declaration.start, declaration.end);
    return (
      range.start.line <= start &&
      range.end.line >= end &&
      declarationsOf(file.outline, declaration.path).length === 1
    );
  })?.path;
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
