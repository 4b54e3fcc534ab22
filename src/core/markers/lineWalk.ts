import type { Position } from 'vscode-languageserver-types';

/** Goes through the lines of a text once, forwards; they end with \n, \r\n or \r. */
export interface LineWalk {
  /** `offset` must not lie before the line of the one that was asked for last. */
  positionAt(offset: number): Position;
}

/** Costs what lies before the last offset that is asked for, which makes it cheaper than a table of all lines. */
export function walkLines(text: string): LineWalk {
  const newline = nextOf(text, '\n');
  const carriageReturn = nextOf(text, '\r');
  const endOfLine = (from: number) => Math.min(newline(from), carriageReturn(from));
  let line = 0;
  let start = 0;
  let end = endOfLine(0);
  return {
    positionAt(offset) {
      while (offset > end && end < text.length) {
        const next = afterLineEnd(text, end);
        if (offset < next) break;
        line++;
        start = next;
        end = endOfLine(start);
      }
      return { line, character: offset - start };
    },
  };
}

/** Where a sign stands from an offset on, or the text's end. Asked from left to right, it reads the text once. */
function nextOf(text: string, sign: string): (from: number) => number {
  let at = -1;
  return (from) => {
    if (at < from) {
      const found = text.indexOf(sign, from);
      at = found === -1 ? text.length : found;
    }
    return at;
  };
}

function afterLineEnd(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}
