/** A piece of a line of CODEOWNERS, as written; `start` in UTF-16 units. */
export interface CodeownersToken {
  readonly text: string;
  readonly start: number;
}

/**
 * The pattern of a line and then its owners, comments left out. A comment begins with a `#` at the start of the
 * line, after white space, or anywhere among the owners; inside a pattern a `#` is plain text, as it is in
 * ignore files.
 */
export function tokensOf(line: string): readonly CodeownersToken[] {
  const tokens: CodeownersToken[] = [];
  let at = 0;
  for (;;) {
    while (isSpace(line[at])) at++;
    if (at >= line.length || line[at] === '#') return tokens;
    const start = at;
    const isPattern = tokens.length === 0;
    while (at < line.length && !isSpace(line[at]) && (isPattern || line[at] !== '#')) {
      at += isPattern && line[at] === '\\' ? 2 : 1;
    }
    at = Math.min(at, line.length);
    tokens.push({ text: line.slice(start, at), start });
  }
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
