import type { Written } from './place';

/** The one glob of a comma list that a cursor is in, and in braces the one alternative. */
export interface GlobPart {
  /** What the choice replaces, UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** What stands before the braces: a choice has it already. */
  readonly prefix: string;
  /** The glob before the cursor, as if it had no braces. */
  readonly written: string;
}

export function globPartAt(text: string, { start, end }: Written, offset: number): GlobPart {
  let from = start;
  let brace: number | undefined;
  let alternative = start;
  for (let at = start; at < offset; at++) {
    const character = text[at];
    if (character === '{') brace ??= at;
    else if (character === '}') brace = undefined;
    else if (character === ',' && brace === undefined) from = at + 1;
    if (character === ',' || character === '{') alternative = at + 1;
  }
  while (from < offset && text[from] === ' ') from++;
  let to = offset;
  while (to < end && text[to] !== ',' && text[to] !== '}') to++;
  if (brace === undefined) return { start: from, end: to, prefix: '', written: text.slice(from, offset) };
  const prefix = text.slice(from, brace);
  return { start: alternative, end: to, prefix, written: `${prefix}${text.slice(alternative, offset)}` };
}
