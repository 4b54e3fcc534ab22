import type { Position } from 'vscode-languageserver-types';

/** Goes through the lines of a text once, forwards; they end with \n, \r\n or \r. */
export interface LineWalk {
  /** `offset` must not lie before the line of the one that was asked for last. */
  positionAt(offset: number): Position;
}

/** Costs what lies before the last offset that is asked for, which makes it cheaper than a table of all lines. */
export function walkLines(text: string): LineWalk {
  const returns = text.includes('\r');
  let line = 0;
  let start = 0;
  let end = endOfLine(text, 0, returns);
  return {
    positionAt(offset) {
      while (offset > end && end < text.length) {
        const next = afterLineEnd(text, end);
        if (offset < next) break;
        line++;
        start = next;
        end = endOfLine(text, start, returns);
      }
      return { line, character: offset - start };
    },
  };
}

function endOfLine(text: string, from: number, returns: boolean): number {
  const newline = text.indexOf('\n', from);
  const end = newline === -1 ? text.length : newline;
  if (!returns) return end;
  for (let at = from; at < end; at++) if (text.charCodeAt(at) === 13) return at;
  return end;
}

function afterLineEnd(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}
