import { tokenAfter, type MarkedText } from '../codeTokens';
import type { Name } from './importSite';
import { maxNameLength } from './names';

export interface UseTreeOptions {
  /** Rust's `::` or PHP's `\`. */
  readonly separator: string;
  /** Words that may stand in front of a path: PHP's `function` and `const`. */
  readonly modifiers: readonly string[];
  /** Receives each leaf: the text is the whole path, the range is the part that is written at the leaf. */
  readonly add: (leaf: Name) => void;
}

/**
 * Reads `a::{b, c::{self, d as e}}` from `offset` and returns the offset behind what it understood.
 * Open braces are kept in a list, not on the call stack, so any depth is read.
 */
export function readUseTree(source: MarkedText, offset: number, options: UseTreeOptions): number {
  const { separator, add } = options;
  const prefixes: string[] = [];
  let at = offset;
  for (;;) {
    const prefix = prefixes.at(-1) ?? '';
    const path = pathAfter(source, at, options);
    let token = tokenAfter(source, path.end);
    if (token.text === '{' && (path.text === '' || path.text.endsWith(separator))) {
      prefixes.push(prefix + path.text);
      at = token.end;
      continue;
    }
    if (path.text !== '') {
      if (token.text === 'as') token = tokenAfter(source, tokenAfter(source, token.end).end);
      if (!';,}'.includes(token.text) && !token.acrossLines) return token.start;
      const text =
        path.text === 'self' && prefix !== '' ? prefix.slice(0, -separator.length) : prefix + path.text;
      if (text.length <= maxNameLength) add({ ...path, text });
    } else if (token.text !== '}') {
      return token.start;
    }
    while (token.text === '}' && prefixes.length > 0) {
      prefixes.pop();
      token = tokenAfter(source, token.end);
    }
    if (token.text !== ',') return token.start;
    at = token.end;
  }
}

/** `a::b`, or `a::b::` in front of a brace, or nothing. A leading separator is left out. */
function pathAfter(source: MarkedText, offset: number, { separator, modifiers }: UseTreeOptions): Name {
  let token = tokenAfter(source, offset);
  let end = offset;
  if (modifiers.includes(token.text) && tokenAfter(source, token.end).kind === 'word') {
    token = tokenAfter(source, token.end);
  }
  if (token.text === separator) {
    end = token.end;
    token = tokenAfter(source, end);
  }
  const { start } = token;
  const words: string[] = [];
  // `use` begins the next statement: this one was never finished.
  while ((token.kind === 'word' && (words.length > 0 || token.text !== 'use')) || token.text === '*') {
    words.push(token.text);
    end = token.end;
    token = tokenAfter(source, end);
    if (token.text !== separator) return { text: words.join(separator), start, end };
    end = token.end;
    token = tokenAfter(source, end);
  }
  return { text: words.map((word) => word + separator).join(''), start, end };
}
