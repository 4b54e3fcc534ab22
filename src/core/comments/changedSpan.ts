/** Where two versions of a text differ: `[start, before)` in the older one became `[start, after)` in the newer. */
export interface ChangedSpan {
  readonly start: number;
  readonly before: number;
  readonly after: number;
}

/** Compared natively in one go; then the differing piece character by character. */
const PIECE = 4096;

/** The shortest such span; empty when the texts are the same. */
export function changedSpan(older: string, newer: string): ChangedSpan {
  const shorter = Math.min(older.length, newer.length);
  let start = 0;
  while (start + PIECE <= shorter && isSame(older, start, newer, start)) start += PIECE;
  while (start < shorter && older.charCodeAt(start) === newer.charCodeAt(start)) start += 1;
  let [before, after] = [older.length, newer.length];
  while (Math.min(before, after) - PIECE >= start && isSame(older, before - PIECE, newer, after - PIECE)) {
    before -= PIECE;
    after -= PIECE;
  }
  while (before > start && after > start && older.charCodeAt(before - 1) === newer.charCodeAt(after - 1)) {
    before -= 1;
    after -= 1;
  }
  return { start, before, after };
}

function isSame(older: string, before: number, newer: string, after: number): boolean {
  return older.slice(before, before + PIECE) === newer.slice(after, after + PIECE);
}

/** Where an offset of the older text stands in the newer one; NaN inside the span. */
export function shifted(offset: number, { start, before, after }: ChangedSpan): number {
  if (offset < start) return offset;
  return offset >= before ? offset + after - before : Number.NaN;
}
