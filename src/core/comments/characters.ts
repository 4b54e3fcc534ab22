export const TAB = 0x09;
export const NEWLINE = 0x0a;
export const RETURN = 0x0d;
export const SPACE = 0x20;

/** Letters, digits, `_`, and everything beyond ASCII: what an identifier can hold in most languages. */
export function isWordCode(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code > 0x7f
  );
}

/** The code of the same letter in lower case, of ASCII; any other code as it is. */
export function lowerCode(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
}

export function isLineEnd(code: number): boolean {
  return code === NEWLINE || code === RETURN;
}

export function isSpace(code: number): boolean {
  return code === SPACE || (code >= TAB && code <= RETURN) || code === 0xa0 || code === 0xfeff;
}

/** The offset of the line's end at or after `at`; `limit` when there is none before it. */
export function lineEndFrom(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && !isLineEnd(text.charCodeAt(end))) end += 1;
  return end;
}

/** The start of the line after the line's end at `end`: past one of CRLF, LF, CR. */
export function lineAfter(text: string, end: number, limit: number): number {
  if (end >= limit) return limit;
  const width = text.charCodeAt(end) === RETURN && text.charCodeAt(end + 1) === NEWLINE ? 2 : 1;
  return Math.min(limit, end + width);
}

/** Whether a sticky expression matches at `at`. */
export function matchesAt(expression: RegExp, text: string, at: number): boolean {
  expression.lastIndex = at;
  return expression.test(text);
}

/** `text.indexOf`, bounded: never reads past `limit`. -1 when the needle does not end by then. */
export function indexWithin(text: string, needle: string, from: number, limit: number): number {
  const first = needle.charCodeAt(0);
  const last = limit - needle.length;
  for (let at = from; at <= last; at += 1) {
    if (text.charCodeAt(at) === first && text.startsWith(needle, at)) return at;
  }
  return -1;
}
