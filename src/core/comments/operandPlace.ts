import { isSpace, isWordCode } from './characters';
import { kindAt, type Region } from './regions';
import type { Scan } from './scan';

const CONDITIONS: ReadonlySet<string> = new Set(['if', 'while', 'for', 'with', 'unless', 'until', 'elsif']);
const LONGEST_WORD = 16;

/**
 * Whether an operand may stand at `at`, and so a `/` opens a regular expression and a `<` an element;
 * after a value both are operators. Decided by the token before, as ECMAScript's grammar needs it
 * (ECMA-262, 12: the goal symbols of the lexical grammar), with the bracket that a `)` or `}` closes.
 */
export function operandMayStart(scan: Scan, at: number, words: ReadonlySet<string>): boolean {
  const before = codeBefore(scan, at);
  if (before === -1) return true;
  if (kindAt(scan.regions, before) === 'string') return false;
  const { text } = scan;
  const code = text.charCodeAt(before);
  if (isWordCode(code)) return isOperatorWord(text, before, words);
  switch (text.charAt(before)) {
    case ')':
      return closesCondition(scan);
    case '}':
      return opensBlock(scan, scan.lastOpened, words);
    case ']':
      return false;
    case '.':
      return text.startsWith('...', before - 2);
    case '+':
    case '-':
      return text.charCodeAt(before - 1) !== code;
    case '!':
      return !endsValue(text, before - 1, words);
    default:
      return true;
  }
}

/** A text, and its regions as far as they are known. */
export interface Scanned {
  readonly text: string;
  readonly regions: readonly Region[];
}

/** The offset of the last character before `at` that is neither white space nor comment; -1 when none is. */
export function codeBefore({ text, regions }: Scanned, at: number): number {
  let index = lastRegionBefore(regions, at);
  let offset = at - 1;
  for (;;) {
    while (offset >= 0 && isSpace(text.charCodeAt(offset))) offset -= 1;
    const region = regions[index];
    if (region?.kind !== 'comment' || region.end !== offset + 1) return offset;
    offset = region.start - 1;
    index -= 1;
  }
}

function lastRegionBefore(regions: readonly Region[], at: number): number {
  let low = 0;
  let high = regions.length;
  if (high > 0 && regions[high - 1]!.start < at) return high - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (regions[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** `return` is followed by an operand, `.return` is a property and a value. */
function isOperatorWord(text: string, end: number, words: ReadonlySet<string>): boolean {
  const word = wordBefore(text, end);
  return words.has(word) && text.charAt(end - word.length) !== '.';
}

/** The word that ends at `end`, inclusive; empty when there is none or it is too long to be a keyword. */
function wordBefore(text: string, end: number): string {
  let start = end;
  while (start >= 0 && end - start <= LONGEST_WORD && isWordCode(text.charCodeAt(start))) start -= 1;
  return end - start > LONGEST_WORD ? '' : text.slice(start + 1, end + 1);
}

function closesCondition(scan: Scan): boolean {
  if (scan.lastOpened === -1) return false;
  return CONDITIONS.has(wordBefore(scan.text, codeBefore(scan, scan.lastOpened)));
}

/** A `{` after an operator or an opening bracket is an object; after anything else it is a block. */
function opensBlock(scan: Scan, opener: number, words: ReadonlySet<string>): boolean {
  const before = opener === -1 ? -1 : codeBefore(scan, opener);
  if (before === -1) return true;
  const { text } = scan;
  if (isWordCode(text.charCodeAt(before))) {
    const word = wordBefore(text, before);
    return word === 'else' || word === 'do' || !words.has(word);
  }
  const char = text.charAt(before);
  return ');{}'.includes(char) || (char === '>' && text.charAt(before - 1) === '=');
}

/** `value!` asserts, `return!x` negates. */
function endsValue(text: string, at: number, words: ReadonlySet<string>): boolean {
  const char = text.charAt(at);
  return (
    char === ')' || char === ']' || (isWordCode(text.charCodeAt(at)) && !isOperatorWord(text, at, words))
  );
}
