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
      const block = lines.slice(at, at + edit.count);
      return sameWhereEqual(lines, rest.toSpliced(Math.min(edit.to, rest.length), 0, ...block));
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
 * Moved lines, of which those in front of the first difference and behind the last are what they were: that a line has
 * changed its place with an equal one is in no text.
 */
function sameWhereEqual(before: readonly TracedLine[], after: readonly TracedLine[]): readonly TracedLine[] {
  const isEqual = (index: number) => before[index]!.text === after[index]!.text;
  let start = 0;
  while (start < before.length && isEqual(start)) start += 1;
  let end = before.length;
  while (end > start && isEqual(end - 1)) end -= 1;
  const [old, moved] = [before.slice(start, end), after.slice(start, end)];
  const free = old.filter((each) => !moved.includes(each));
  const swapped = moved.map((each) => {
    const same = free.findIndex(({ text }) => text === each.text);
    return old.includes(each) ? each : free.splice(same, 1)[0]!;
  });
  return [...before.slice(0, start), ...swapped, ...before.slice(end)];
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
