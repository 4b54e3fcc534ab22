/** A text by another: UTF-16 offsets of the old one, and what is to stand there. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The one change that makes a text another: between what both begin and end with. Cuts no line end and no character. */
export function minimalEdit(from: string, to: string): TextChange {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start += 1;
  while (start > 0 && isInside(from, start, to)) start -= 1;
  let tail = 0;
  while (tail < most - start && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1;
  while (tail > 0 && isInside(from, from.length - tail, to, to.length - tail)) tail -= 1;
  return { start, end: from.length - tail, text: to.slice(start, to.length - tail) };
}

/** Whether a cut would part `\r\n`, or the halves of a character, in either text. */
function isInside(from: string, at: number, to: string, toAt = at): boolean {
  const cuts = (text: string, offset: number) =>
    /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])/.test(text.slice(offset - 1, offset + 1));
  return cuts(from, at) || cuts(to, toAt);
}
