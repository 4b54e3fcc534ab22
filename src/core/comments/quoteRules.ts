import { NOT_HERE, type Rule, type Scan } from './scan';
import { operandMayStart } from './operandPlace';
import type { QuoteOperator } from './syntax';
import { isSpace } from './characters';

const BACKSLASH = 0x5c;
const MATES: ReadonlyMap<number, number> = new Map(
  ['()', '[]', '{}', '<>'].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);

/** Quote-like operators with a delimiter of the author's choice; brackets nest, other delimiters do not. */
export function quoteOperatorRule(operator: QuoteOperator, words: ReadonlySet<string>): Rule {
  const { open, parts, operandOnly } = operator;
  return (scan, at) => {
    open.lastIndex = at;
    if (!open.test(scan.text)) return NOT_HERE;
    const delimiterAt = open.lastIndex - 1;
    if (delimiterAt >= scan.frame.limit) return NOT_HERE;
    if (operandOnly === true && !operandMayStart(scan, at, words)) return NOT_HERE;
    const end = endOfOperator(scan, delimiterAt, parts);
    scan.emit('string', at, end);
    return end;
  };
}

function endOfOperator(scan: Scan, delimiterAt: number, parts: 1 | 2): number {
  const { text } = scan;
  const open = text.charCodeAt(delimiterAt);
  let end = endOfPart(scan, delimiterAt);
  if (parts === 2) end = MATES.has(open) ? endOfSecondPart(scan, end) : endOfPart(scan, end - 1);
  while (end < scan.frame.limit && isFlag(text.charCodeAt(end))) end += 1;
  return end;
}

/** After `s{...}` the replacement has delimiters of its own, and white space may stand between. */
function endOfSecondPart(scan: Scan, from: number): number {
  let at = from;
  while (at < scan.frame.limit && isSpace(scan.text.charCodeAt(at))) at += 1;
  if (at < scan.frame.limit) return endOfPart(scan, at);
  scan.look(at + 1);
  return from;
}

function endOfPart(scan: Scan, delimiterAt: number): number {
  const { text } = scan;
  const { limit } = scan.frame;
  const open = text.charCodeAt(delimiterAt);
  const close = MATES.get(open) ?? open;
  let depth = 1;
  let at = delimiterAt + 1;
  while (at < limit) {
    const code = text.charCodeAt(at);
    at += 1;
    if (code === BACKSLASH) at += 1;
    else if (code === close) depth -= 1;
    else if (code === open) depth += 1;
    if (depth === 0) return Math.min(at, limit);
  }
  return limit;
}

function isFlag(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}
