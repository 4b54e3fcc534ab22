/**
 * All texts that a pattern with braces stands for, in order: `a{b,c{d,}}` gives `ab`, `acd`, `ac`.
 * Braces without a comma are plain text, ranges such as `{1..3}` included, and so is all inside `[...]`.
 * Returns a reason where a brace has no partner, or where there would be more than `limit` texts.
 */
export function expandBraces(source: string, limit: number): readonly string[] | 'unbalanced' | 'tooMany' {
  const reader: Reader = { source, limit, at: 0, failure: undefined };
  const texts = readSequence(reader, 0);
  return reader.failure ?? texts;
}

/** Where the class that opens at `open` ends (after its `]`); `undefined` where that `[` is plain text. */
export function endOfClass(source: string, open: number): number | undefined {
  let at = open + 1;
  if (source[at] === '!' || source[at] === '^') at++;
  // A `]` that stands first is a member of the class.
  const close = source.indexOf(']', at + 1);
  const slash = source.indexOf('/', at);
  return close === -1 || (slash !== -1 && slash < close) ? undefined : close + 1;
}

interface Reader {
  readonly source: string;
  readonly limit: number;
  at: number;
  failure: 'unbalanced' | 'tooMany' | undefined;
}

function readSequence(reader: Reader, depth: number): readonly string[] {
  let texts: readonly string[] = [''];
  while (reader.at < reader.source.length && reader.failure === undefined) {
    const character = reader.source[reader.at]!;
    if (character === '}' && depth === 0) {
      reader.failure = 'unbalanced';
    } else if (depth > 0 && (character === ',' || character === '}')) {
      return texts;
    } else if (character === '{') {
      texts = join(reader, texts, readGroup(reader, depth + 1));
    } else {
      const end = (character === '[' ? endOfClass(reader.source, reader.at) : undefined) ?? reader.at + 1;
      const piece = reader.source.slice(reader.at, end);
      texts = texts.map((text) => text + piece);
      reader.at = end;
    }
  }
  if (depth > 0) reader.failure ??= 'unbalanced';
  return texts;
}

/** Reads from a `{` to after its `}`. */
function readGroup(reader: Reader, depth: number): readonly string[] {
  const alternatives: string[] = [];
  let commas = 0;
  for (;;) {
    reader.at++;
    alternatives.push(...readSequence(reader, depth));
    if (reader.failure !== undefined || reader.source[reader.at] === '}') break;
    commas++;
  }
  reader.at++;
  return commas > 0 ? alternatives : alternatives.map((text) => `{${text}}`);
}

function join(reader: Reader, heads: readonly string[], tails: readonly string[]): readonly string[] {
  if (heads.length * tails.length > reader.limit) {
    reader.failure = 'tooMany';
    return [];
  }
  return heads.flatMap((head) => tails.map((tail) => head + tail));
}
