import fc from 'fast-check';

/** A line that knows where it comes from: a copy has the `id` of what was copied, and another line another one. */
export interface TracedLine {
  readonly text: string;
  readonly id: number;
  readonly isCopy: boolean;
}

export type Edit =
  | { readonly kind: 'insert'; readonly at: number; readonly texts: readonly string[] }
  | { readonly kind: 'delete' | 'indent' | 'outdent'; readonly at: number; readonly count: number }
  | { readonly kind: 'move' | 'copy'; readonly at: number; readonly count: number; readonly to: number }
  | { readonly kind: 'rewrite'; readonly at: number; readonly text: string };

/** Lines as code has them: many are written more than once. */
const repeated = fc.constantFrom('', '}', '  }', 'return;', '} else {', '/**', ' */', 'try {', '});');
const special = fc.integer({ min: 0, max: 40 }).map((n) => `call${n}(value);`);
const line = fc.oneof({ weight: 3, arbitrary: repeated }, { weight: 2, arbitrary: special });

export const codeLines = fc.array(line, { minLength: 1, maxLength: 40 });

const place = fc.nat(60);
const count = fc.integer({ min: 1, max: 6 });
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('insert' as const),
      at: place,
      texts: fc.array(line, { minLength: 1, maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constantFrom('delete' as const, 'indent' as const, 'outdent' as const),
      at: place,
      count,
    }),
    fc.record({ kind: fc.constantFrom('move' as const, 'copy' as const), at: place, count, to: place }),
    fc.record({ kind: fc.constant('rewrite' as const), at: place, text: line }),
  ),
  { maxLength: 6 },
);

export function traced(texts: readonly string[]): readonly TracedLine[] {
  return texts.map((text, id) => ({ text, id, isCopy: false }));
}

/** Lines after an edit; places behind the end are the end. */
export function applyEdit(lines: readonly TracedLine[], edit: Edit): readonly TracedLine[] {
  const at = Math.min(edit.at, lines.length);
  switch (edit.kind) {
    case 'insert':
      return lines.toSpliced(at, 0, ...edit.texts.map((text) => ({ text, id: -1, isCopy: false })));
    case 'delete':
      return lines.toSpliced(at, edit.count);
    case 'indent':
      return reindent(lines, edit, (text) => (text === '' ? '' : `\t${text}`));
    case 'outdent':
      return reindent(lines, edit, (text) => text.trimStart());
    case 'move': {
      const rest = lines.toSpliced(at, edit.count);
      return rest.toSpliced(Math.min(edit.to, rest.length), 0, ...lines.slice(at, at + edit.count));
    }
    case 'copy': {
      const copies = lines.slice(at, at + edit.count).map((each) => ({ ...each, isCopy: true }));
      return lines.toSpliced(Math.min(edit.to, lines.length), 0, ...copies);
    }
    case 'rewrite':
      return lines.map((each, index) => (index === at ? { text: edit.text, id: -1, isCopy: false } : each));
  }
}

/**
 * Whether a line of one text may have become a line of another, by one of the shortest ways from the one to the other:
 * which of several equal lines was put in, taken out or moved is in no text.
 */
export function mayBecome(
  [before, line]: readonly [readonly string[], number],
  [after, found]: readonly [readonly string[], number],
): boolean {
  const keysOf = (texts: readonly string[]) => texts.map((text) => text.trim());
  const [a, b] = [keysOf(before), keysOf(after)];
  const ahead = mostCommon(a.slice(0, line), b.slice(0, found));
  const behind = mostCommon(a.slice(line + 1), b.slice(found + 1));
  return a[line] === b[found] && ahead + 1 + behind === mostCommon(a, b);
}

/** The length of the longest common subsequence. */
function mostCommon(a: readonly string[], b: readonly string[]): number {
  let row: readonly number[] = [0, ...b.map(() => 0)];
  for (const each of a) {
    const next = [0];
    for (const [at, other] of b.entries())
      next.push(each === other ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
    row = next;
  }
  return row.at(-1)!;
}

function reindent(
  lines: readonly TracedLine[],
  { at, count: many }: { readonly at: number; readonly count: number },
  change: (text: string) => string,
): readonly TracedLine[] {
  return lines.map((each, index) =>
    index >= at && index < at + many ? { ...each, text: change(each.text) } : each,
  );
}
