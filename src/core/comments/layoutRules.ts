import { isLineEnd, isSpace, lineAfter, lineEndFrom, SPACE, TAB } from './characters';
import { NOT_HERE, type Rule, type Scan } from './scan';

const HYPHEN = 0x2d;
const QUESTION = 0x3f;

/**
 * YAML's literal and folded scalars (YAML 1.2.2, 8.1): the header ends its line, and the text is every
 * following line that is blank or indented deeper than the key or the dash that holds the scalar.
 */
export function blockScalarRule(): Rule {
  const header =
    /(?<=(?:[:?-]|[!&]\S{1,64})[ \t]{1,64})[|>](?:[1-9][+-]?|[+-][1-9]?)?(?=[ \t]*(?:[\r\n]|$|[ \t]#))/y;
  return (scan, at) => {
    header.lastIndex = at;
    if (!header.test(scan.text)) return NOT_HERE;
    const { limit } = scan.frame;
    const end = lineEndFrom(scan.text, at, limit);
    const comment = scan.text.slice(at, end).search(/[ \t]#/);
    if (comment !== -1) scan.emit('comment', at + comment + 1, end);
    return endOfBlockIndented(scan, end, columnOfNode(scan.text, at));
  };
}

/** The end of a comment that takes the lines below it which are indented deeper than its own. */
export function endOfIndented(scan: Scan, at: number): number {
  const { text } = scan;
  const { limit } = scan.frame;
  const lineStart = startOfLine(text, at);
  return endOfBlockIndented(scan, lineEndFrom(text, at, limit), indentAt(text, lineStart, limit) - lineStart);
}

/** The end of the last line, from the line after `end` on, that is indented deeper than `column`. */
function endOfBlockIndented(scan: Scan, end: number, column: number): number {
  const { text } = scan;
  const { limit } = scan.frame;
  let last = end;
  let start = lineAfter(text, end, limit);
  while (start < limit) {
    const first = indentAt(text, start, limit);
    const lineEnd = lineEndFrom(text, first, limit);
    if (first < lineEnd) {
      if (first - start <= column) break;
      last = lineEnd;
    }
    if (lineEnd >= limit) break;
    start = lineAfter(text, lineEnd, limit);
  }
  scan.look(indentAt(text, start, limit) + 1);
  return last;
}

/** The column of the key, or of the last dash, that the value at `at` belongs to; -1 at a document's start. */
function columnOfNode(text: string, at: number): number {
  const lineStart = startOfLine(text, at);
  let first = indentAt(text, lineStart, at);
  let column = first - lineStart;
  if (text.startsWith('---', first)) return -1;
  while (isIndicator(text, first)) {
    column = first - lineStart;
    first = indentAt(text, first + 1, at);
  }
  return first < at ? Math.max(column, first - lineStart) : column;
}

function isIndicator(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === HYPHEN || code === QUESTION) && isSpace(text.charCodeAt(at + 1));
}

function startOfLine(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

function indentAt(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB)) at += 1;
  return at;
}
