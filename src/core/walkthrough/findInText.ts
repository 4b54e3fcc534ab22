import type { Range } from 'vscode-languageserver-types';
import { placesOfLines } from '../text/contentAnchor';
import { counted } from '../text/counted';
import { compilePattern, type RegexEngine, type Span } from '../text/pattern';
import { openWindow } from '../text/textWindow';
import type { ReadText } from './anchorText';
import { declarationsOf, symbolPath } from './outline';
import { isNumber, quoted, type StepAnchor, type TextPlace } from './stepAnchor';

/** Where an anchor is in a text that is taken as it is: of a number, whatever stands there. */
export function findInText(anchor: StepAnchor, file: ReadText, engine?: RegexEngine): TextPlace {
  if (anchor.symbol !== undefined) return findSymbol(anchor.symbol, file);
  if (anchor.text !== undefined) return findVerbatim(anchor.text, file);
  if (anchor.pattern !== undefined) return findPattern(anchor.pattern, file, engine);
  return isNumber(anchor) ? findNumber(anchor, file) : { state: 'found' };
}

function findSymbol(symbol: string, file: ReadText): TextPlace {
  const [first, ...others] = declarationsOf(file.outline, symbol);
  if (first !== undefined && others.length === 0)
    return { state: 'found', range: file.rangeOf(first.start, first.end) };
  if (first !== undefined)
    return manyPlaces(`The symbol ${quoted(symbol)} is declared ${others.length + 1} times`);
  const name = symbolPath(symbol).split('.').at(-1)!;
  const near = new Set(
    file.outline.map(({ path }) => path).filter((path) => path.split('.').at(-1) === name),
  );
  const hint = near.size === 1 ? ` There is ${quoted([...near][0]!)}.` : '';
  return { state: 'missing', message: `The symbol ${quoted(symbol)} is not declared there.${hint}` };
}

function findVerbatim(written: string, file: ReadText): TextPlace {
  // A block of YAML ends with a line end that nobody means.
  const text = written.replace(/\r\n?/g, '\n').replace(/^\n+|\n+$/g, '');
  if (text.trim() === '') return { state: 'missing', message: 'The text of the anchor is empty.' };
  const at = file.text.indexOf(text);
  if (at === -1) return findReindented(text, file);
  const times = countFrom(file.text, text, at);
  if (times > 1) return manyPlaces(`The text ${quoted(text)} is there ${times} times`);
  const range = file.rangeOf(at, at + text.length);
  if (linesLike(text, file).some((line) => line !== range.start.line))
    return manyPlaces(`The text ${quoted(text)} is there again, indented in another way`);
  return { state: 'found', range };
}

function findReindented(text: string, file: ReadText): TextPlace {
  const [start, ...others] = linesLike(text, file);
  if (start === undefined)
    return { state: 'missing', message: `The text ${quoted(text)} is not there any more.` };
  if (others.length > 0)
    return manyPlaces(
      `The text ${quoted(text)} is there ${others.length + 1} times, indented in another way`,
    );
  const end = start + text.split('\n').length - 1;
  return { state: 'moved', range: linesRange(file.lines, start, end), message: reindented };
}

/** Where several lines are, however they are indented: they are still the same lines. */
function linesLike(text: string, { content }: ReadText): readonly number[] {
  const lines = text.split('\n');
  return lines.length < 2 ? [] : placesOfLines(lines, content);
}

const reindented = 'The text of the anchor is indented in another way now.';

function findPattern(source: string, file: ReadText, engine: RegexEngine | undefined): TextPlace {
  const pattern = compilePattern(source, engine);
  if ('message' in pattern) return { state: 'missing', message: pattern.message };
  const matches: Span[] = [];
  pattern.search(openWindow(file.text, { from: 0, to: file.text.length }), (span) => matches.push(span) < 2);
  const [first] = matches;
  if (first === undefined)
    return { state: 'missing', message: `The pattern ${quoted(source)} matches nothing there.` };
  if (matches.length > 1) return manyPlaces(`The pattern ${quoted(source)} matches more than once`);
  return { state: 'found', range: file.rangeOf(first.start, first.end) };
}

function findNumber({ line, selection }: StepAnchor, { lines }: ReadText): TextPlace {
  const start = selection?.start.line ?? line!;
  const end = selection?.end.line ?? line!;
  if (start < 1 || end < start)
    return { state: 'missing', message: `Lines ${start} to ${end} are no selection.` };
  if (end > lines.length) {
    const message = `Line ${end} is past the end of the file, which has ${counted(lines.length, 'line')}.`;
    return { state: 'missing', message };
  }
  const range = linesRange(lines, start - 1, end - 1);
  if (selection === undefined) return { state: 'found', range };
  const inLine = (at: number, character: number | undefined, otherwise: number) =>
    Math.min(character === undefined ? otherwise : character - 1, lines[at - 1]!.length);
  return {
    state: 'found',
    range: {
      start: { line: start - 1, character: inLine(start, selection.start.character, 0) },
      end: { line: end - 1, character: inLine(end, selection.end.character, lines[end - 1]!.length) },
    },
  };
}

/** Whole lines, 0-based, both ends included; without the first one's indentation. */
export function linesRange(lines: readonly string[], start: number, end: number): Range {
  const first = lines[start]!;
  return {
    start: { line: start, character: first.length - first.trimStart().length },
    end: { line: end, character: lines[end]!.length },
  };
}

function manyPlaces(what: string): TextPlace {
  return { state: 'ambiguous', message: `${what}, and it cannot be told which is meant.` };
}

function countFrom(text: string, wanted: string, from: number): number {
  let count = 0;
  for (let at = text.indexOf(wanted, from); at !== -1; at = text.indexOf(wanted, at + wanted.length))
    count += 1;
  return count;
}
