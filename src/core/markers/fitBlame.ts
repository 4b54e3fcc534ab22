import type { Blame, BlamedLine } from '../git';
import { uncommittedLine } from './writtenDay';

/**
 * The blame of a text, as far as the blame of an earlier text tells: lines before and behind all that differs keep
 * theirs, and those between look as if they were not committed.
 */
export function fitBlame(blame: Blame, before: string, after: string): Blame {
  const old = linesIn(before);
  const now = linesIn(after);
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const edited = Array<BlamedLine>(now.length - head - tail).fill(uncommittedLine);
  return {
    ...blame,
    lines: [...blame.lines.slice(0, head), ...edited, ...blame.lines.slice(old.length - tail)],
  };
}

/** As an editor counts them. */
function linesIn(text: string): readonly string[] {
  return text.split(/\r\n?|\n/);
}
