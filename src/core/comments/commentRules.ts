import { isLineEnd, lineAfter, matchesAt } from './characters';
import { endOfIndented } from './layoutRules';
import { NOT_HERE, type Rule, type Scan } from './scan';
import type { BlockComment, LineComment } from './syntax';

const BACKSLASH = 0x5c;

export function lineCommentRule(form: LineComment): Rule {
  const { open, when, indented } = form;
  return (scan, at) => {
    if (!scan.text.startsWith(open, at)) return NOT_HERE;
    if (when !== undefined && !matchesAt(when, scan.text, at)) return NOT_HERE;
    const end = indented === true ? endOfIndented(scan, at) : endOfLineComment(scan, form, at + open.length);
    scan.emit('comment', at, end);
    return end;
  };
}

export function blockCommentRule({ open, close, when, nested }: BlockComment): Rule {
  const nestedOpen = nested === true ? open : undefined;
  return (scan, at) => {
    if (!scan.text.startsWith(open, at)) return NOT_HERE;
    if (when !== undefined && !matchesAt(when, scan.text, at)) return NOT_HERE;
    const end = endOfBlock(scan, { from: at + open.length, close, nestedOpen });
    scan.emit('comment', at, end);
    return end;
  };
}

function endOfLineComment(scan: Scan, form: LineComment, from: number): number {
  const { text } = scan;
  const { limit } = scan.frame;
  const { endMark } = form;
  const firstOfMark = endMark === undefined ? -1 : endMark.charCodeAt(0);
  let at = from;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code)) {
      if (form.continued !== true || text.charCodeAt(at - 1) !== BACKSLASH) return at;
      at = lineAfter(text, at, limit);
      continue;
    }
    if (code === firstOfMark && text.startsWith(endMark!, at)) return at;
    at += 1;
  }
  return limit;
}

interface Block {
  readonly from: number;
  readonly close: string;
  readonly nestedOpen: string | undefined;
}

function endOfBlock(scan: Scan, { from, close, nestedOpen }: Block): number {
  const { text } = scan;
  const { limit } = scan.frame;
  const firstOfClose = close.charCodeAt(0);
  const firstOfOpen = nestedOpen === undefined ? -1 : nestedOpen.charCodeAt(0);
  let depth = 1;
  let at = from;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === firstOfClose && text.startsWith(close, at)) {
      at += close.length;
      depth -= 1;
      if (depth === 0) return Math.min(at, limit);
    } else if (code === firstOfOpen && text.startsWith(nestedOpen!, at)) {
      at += nestedOpen!.length;
      depth += 1;
    } else {
      at += 1;
    }
  }
  return limit;
}
