import type { Range } from 'vscode-languageserver-types';
import type { DiffFile } from './diff';

/** Whether a range of the new text holds something of an added line; of a file whose lines are not kept, where it is new. */
export function addedLines({ hunks, status, isCut }: DiffFile): (range: Range) => boolean {
  if (isCut && status === 'added') return () => true;
  const lines = new Set(hunks.flatMap(({ newStart, added }) => added.map((_, index) => newStart + index)));
  return ({ start, end }) => {
    const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    for (let line = start.line; line <= last; line += 1) if (lines.has(line)) return true;
    return false;
  };
}
