import { kindAt } from '../../comments/regions';
import { isWordUnit, tokenAfter, tokenBefore, type MarkedText, type Token } from '../codeTokens';

/**
 * Calls `read` for each keyword that stands in code as a whole word.
 * `read` returns where to look on: at the end of what it understood, so that nothing is read twice.
 */
export function scanKeywords(
  source: MarkedText,
  keywords: readonly string[],
  read: (keyword: Token) => number,
): void {
  const { text, regions } = source;
  const pattern = new RegExp(keywords.join('|'), 'g');
  for (let hit = pattern.exec(text); hit !== null; hit = pattern.exec(text)) {
    if (isWordUnit(text.charCodeAt(hit.index - 1)) || isWordUnit(text.charCodeAt(pattern.lastIndex)))
      continue;
    if (kindAt(regions, hit.index) !== 'code') continue;
    pattern.lastIndex = read(tokenAfter(source, hit.index));
  }
}

/** Whether a token is the first of its line, or stands behind one of the `marks`. */
export function startsStatement(source: MarkedText, token: Token, marks: string): boolean {
  const before = tokenBefore(source, token.start);
  if (before.kind === 'end' || before.acrossLines) return true;
  return before.kind === 'mark' && marks.includes(before.text);
}
