import { matchesAt } from './characters';
import { NOT_HERE, type Grammar, type Rule } from './scan';
import type { Island } from './syntax';

const OPENERS: ReadonlyMap<number, number> = new Map(
  ['()', '[]', '{}'].map((pair) => [pair.charCodeAt(1), pair.charCodeAt(0)]),
);
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

export const openBracketRule: Rule = (scan, at) => {
  scan.brackets.push(at);
  return at + 1;
};

/**
 * Closes the bracket that was opened last, or the frame when none is open in it.
 * Text that is being edited is often unbalanced: a `}` also closes what was left open inside its braces,
 * and any other bracket that does not fit is passed over.
 */
export const closeBracketRule: Rule = (scan, at) => {
  const { text, brackets, frame } = scan;
  const code = text.charCodeAt(at);
  const opener = OPENERS.get(code)!;
  if (code === CLOSE_BRACE) {
    while (brackets.length > frame.base && text.charCodeAt(brackets.at(-1)!) !== OPEN_BRACE) brackets.pop();
  }
  if (brackets.length > frame.base) {
    if (text.charCodeAt(brackets.at(-1)!) === opener) scan.lastOpened = brackets.pop()!;
    return at + 1;
  }
  scan.lastOpened = -1;
  if (frame.close === '' || !text.startsWith(frame.close, at)) return at + 1;
  const end = at + frame.close.length;
  scan.leave(end);
  return end;
};

export interface IslandRule {
  readonly island: Island;
  /** The grammar is asked for when an island is met, because languages contain each other. */
  readonly grammar: () => Grammar;
  /** The text around is a string that ends with its line, and its islands do too. */
  readonly within: 'line' | 'text';
}

/** Enters code inside text, after ending the piece of text before it. */
export function islandRule({ island, grammar, within }: IslandRule): Rule {
  const { open, when, close } = island;
  return (scan, at) => {
    if (!scan.text.startsWith(open, at)) return NOT_HERE;
    if (when !== undefined && !matchesAt(when, scan.text, at)) return NOT_HERE;
    scan.endText(at);
    const start = at + open.length;
    const { limit } = scan.frame;
    if (within === 'line') scan.look(scan.lineEnd(at) + 1);
    scan.enter({
      grammar: grammar(),
      opened: at,
      start,
      close,
      limit: within === 'line' ? Math.min(limit, scan.lineEnd(at)) : limit,
    });
    return Math.min(start, scan.frame.limit);
  };
}

/** Leaves an embedded language at its own mark. */
export function endMarkRule(mark: string): Rule {
  return (scan, at) => {
    if (!scan.text.startsWith(mark, at)) return NOT_HERE;
    const end = at + mark.length;
    scan.leave(end);
    return end;
  };
}

/** A format such as `:>10` is text up to the brace that ends the interpolation. */
export function formatSpecRule(grammar: () => Grammar): Rule {
  return (scan, at) => {
    const { frame } = scan;
    if (frame.close === '' || scan.brackets.length > frame.base) return NOT_HERE;
    frame.grammar = grammar();
    frame.start = at;
    return at + 1;
  };
}

/** The end of a format: the text before the brace, and the interpolation with it. */
export const endOfSpecRule: Rule = (scan, at) => {
  scan.endText(at);
  scan.leave(at + 1);
  return at + 1;
};
