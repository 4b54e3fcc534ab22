import { isLineEnd, isSpace, isWordCode } from './characters';
import { operandMayStart } from './operandPlace';
import { NOT_HERE, type Rule, type Scan } from './scan';
import type { RegexLiterals } from './syntax';

const BACKSLASH = 0x5c;
const SLASH = 0x2f;
const OPEN_CLASS = 0x5b;
const CLOSE_CLASS = 0x5d;
const EQUALS = 0x3d;

/** A regular expression literal, where an operand may stand and the line holds its end. It is a string. */
export function regexRule({ after, spaced }: RegexLiterals): Rule {
  const words = new Set(after);
  return (scan, at) => {
    if (at < scan.noRegexBefore) return NOT_HERE;
    if (!operandMayStart(scan, at, words) && !(spaced === true && isArgument(scan.text, at))) return NOT_HERE;
    const end = endOfRegex(scan, at + 1);
    if (end === NOT_HERE) return NOT_HERE;
    scan.emit('string', at, end);
    return end;
  };
}

/** `split /,/`: white space before the slash and none after it make an argument of what follows a name. */
function isArgument(text: string, at: number): boolean {
  if (!isSpace(text.charCodeAt(at - 1)) || !isWordCode(text.charCodeAt(at - 2))) return false;
  const next = text.charCodeAt(at + 1);
  return !isSpace(next) && next !== EQUALS;
}

function endOfRegex(scan: Scan, from: number): number {
  const { text } = scan;
  const { limit } = scan.frame;
  let inClass = false;
  let at = from;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code)) break;
    if (code === BACKSLASH) at += 1;
    else if (code === OPEN_CLASS) inClass = true;
    else if (code === CLOSE_CLASS) inClass = false;
    else if (code === SLASH && !inClass) return afterFlags(text, at + 1, limit);
    at += 1;
  }
  scan.noRegexBefore = at;
  scan.look(at + 1);
  return NOT_HERE;
}

function afterFlags(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isWordCode(text.charCodeAt(at))) at += 1;
  return at;
}
