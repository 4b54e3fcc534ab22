import type { BlamedLine } from '../git';

/** A line that is not committed yet. */
export const uncommittedLine: BlamedLine = { author: '', email: '', day: '' };

/** The day a line was written, which is today for what is not committed yet; `undefined` where git does not tell. */
export function writtenDay(line: BlamedLine | undefined, today: string): string | undefined {
  if (line === undefined) return undefined;
  if (line.commit === undefined) return today;
  return line.day === '' ? undefined : line.day;
}
