/** Lines of a document as they are now. */
export interface FollowedLines {
  /** 0-based. */
  readonly start: number;
  readonly lines: readonly string[];
}

/** As in an event of the editor: what stood in the range is now `text`. */
export interface TextChange {
  readonly range: { readonly start: TextPlace; readonly end: TextPlace };
  readonly text: string;
}

interface TextPlace {
  readonly line: number;
  readonly character: number;
}

/**
 * The same lines after an edit: beside them they move, and within them they change. `undefined` where something of
 * them went together with what is around, or all of them: what they said then has to tell where they are.
 */
export function followLines(followed: FollowedLines, change: TextChange): FollowedLines | undefined {
  const { start, lines } = followed;
  const { range } = change;
  const text = change.text.split(/\r\n|\r|\n/);
  const last = { line: start + lines.length - 1, character: lines.at(-1)!.length };
  const endsLine = text.length > 1 && text.at(-1) === '';
  if (range.start.line > last.line) return followed;
  const isAbove =
    range.end.line < start ||
    (range.end.line === start &&
      range.end.character === 0 &&
      (endsLine || (change.text === '' && range.start.line < start && range.start.character === 0)));
  if (isAbove) {
    return { start: start + text.length - 1 - (range.end.line - range.start.line), lines };
  }
  const isAtEnd = range.start.line === last.line && range.start.character >= last.character;
  if (isAtEnd && range.end.line === last.line && text.length > 1 && text[0] === '') return followed;
  if (range.start.line < start || range.end.line > last.line) return undefined;
  const head = lines[range.start.line - start]!.slice(0, range.start.character);
  const tail = lines[range.end.line - start]!.slice(range.end.character);
  const above = lines.slice(0, range.start.line - start);
  const below = lines.slice(range.end.line - start + 1);
  const kept = [...above, head, tail, ...below].some((line) => line.trim() !== '');
  return kept ? { start, lines: [...above, ...joined(head, text, tail), ...below] } : undefined;
}

function joined(head: string, text: readonly string[], tail: string): readonly string[] {
  const first = text.length === 1 ? [] : [`${head}${text[0]!}`];
  const before = text.length === 1 ? head : '';
  return [...first, ...text.slice(1, -1), `${before}${text.at(-1)!}${tail}`];
}
