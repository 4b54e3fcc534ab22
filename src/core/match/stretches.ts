import type { LineReach } from '../text/lineReach';
import type { LineTable, Lines } from './lineTable';

/** A line, and how far a match that has its literal there may reach. */
export type Reaching = (line: number) => Lines;

/**
 * The lines of a match beside its literal's: a run of characters that holds the line ends around a line holds
 * all of that line, so that every other line takes one more run. At most `reach` lines each way.
 */
export function reachingFrom(
  text: string,
  lines: LineTable,
  { before, after, reach }: { readonly before: LineReach; readonly after: LineReach; readonly reach: number },
): Reaching {
  const mayPassBefore = passing(text, lines, before);
  const mayPassAfter = passing(text, lines, after);
  return (line) => {
    let first = line;
    for (let runs = before.runs; runs > 0 && first > 0 && line - first < reach;) {
      if (!mayPassBefore(--first)) runs--;
    }
    let last = line;
    for (let runs = after.runs; runs > 0 && last < lines.count - 1 && last - line < reach;) {
      if (!mayPassAfter(++last)) runs--;
    }
    return { first, last };
  };
}

/** Whether a line consists of a reach's characters; those beyond ASCII are taken for such. */
function passing(text: string, lines: LineTable, { chars }: LineReach): (line: number) => boolean {
  if (chars === undefined) return () => true;
  const passes = new Uint8Array(128);
  for (const [first, last] of chars) passes.fill(1, Math.min(first, 128), Math.min(last + 1, 128));
  const known = new Map<number, boolean>();
  const look = (line: number) => {
    const end = lines.ends[line]!;
    for (let at = lines.starts[line]!; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 128 && passes[unit] === 0) return false;
    }
    return true;
  };
  return (line) => {
    let answer = known.get(line);
    if (answer === undefined) known.set(line, (answer = look(line)));
    return answer;
  };
}

/** Joins what overlaps or touches. `stretches` are in the order of their first lines, or nearly so. */
export function joinLines(stretches: readonly Lines[]): Lines[] {
  const joined: { first: number; last: number }[] = [];
  for (const { first, last } of stretches.toSorted((a, b) => a.first - b.first)) {
    const previous = joined.at(-1);
    if (previous !== undefined && first <= previous.last + 1) previous.last = Math.max(previous.last, last);
    else joined.push({ first, last });
  }
  return joined;
}
