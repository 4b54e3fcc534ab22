import assert from 'node:assert/strict';
import fc from 'fast-check';
import { followLines, type TextChange } from '../../../src/client/concerns/followLines';

const text = ['one', '  two();', 'three', '', 'five'];

/** Line and character of a change's start and end, and what stands there then. */
function change(
  from: readonly [number, number],
  to: readonly [number, number],
  inserted: string,
): TextChange {
  const place = ([line, character]: readonly [number, number]) => ({ line, character });
  return { range: { start: place(from), end: place(to) }, text: inserted };
}

/** Lines 1 and 2 of the text after a change. */
function followed(...edit: Parameters<typeof change>): string {
  const lines = followLines({ start: 1, lines: text.slice(1, 3) }, change(...edit));
  return lines === undefined ? 'lost' : `${lines.start}: ${lines.lines.join('|')}`;
}

describe('followLines', () => {
  const same = '  two();|three';

  it('lets lines be moved by what happens above, and not by what happens below', () => {
    assert.equal(followed([0, 0], [0, 0], 'new\n'), `2: ${same}`);
    assert.equal(followed([1, 0], [1, 0], 'a\r\nb\r\n'), `3: ${same}`);
    assert.equal(followed([0, 0], [1, 0], ''), `0: ${same}`);
    assert.equal(followed([0, 1], [0, 2], 'x'), `1: ${same}`);
    assert.equal(followed([2, 5], [2, 5], '\nnew'), `1: ${same}`);
    assert.equal(followed([3, 0], [4, 5], ''), `1: ${same}`);
  });

  it('takes over what is edited within', () => {
    assert.equal(followed([1, 2], [1, 5], 'too'), '1:   too();|three');
    assert.equal(followed([1, 8], [1, 8], '\n  new();'), '1:   two();|  new();|three');
    assert.equal(followed([1, 8], [2, 0], ''), '1:   two();three');
    assert.equal(followed([2, 5], [2, 5], ' of them'), '1:   two();|three of them');
    assert.equal(followed([1, 0], [1, 2], '\t'), '1: \ttwo();|three');
  });

  it('gives up where nothing is left, or a border went', () => {
    assert.equal(followed([1, 0], [3, 0], ''), 'lost');
    assert.equal(followed([1, 2], [2, 5], 'all new'), 'lost');
    assert.equal(followed([0, 3], [1, 4], ''), 'lost');
    assert.equal(followed([2, 1], [3, 0], ''), 'lost');
    assert.equal(followed([0, 0], [4, 4], text.join('\n').replace('two', 'too')), 'lost');
  });

  it('always names lines that are there', () => {
    const place = fc
      .tuple(fc.nat(text.length - 1), fc.nat(9))
      .map(([line, character]): [number, number] => [line, Math.min(character, text[line]!.length)]);
    const places = fc
      .tuple(place, place)
      .map(([a, b]) => (isBefore(a, b) ? ([a, b] as const) : ([b, a] as const)));
    const inserted = fc.constantFrom('', 'x', '\n', 'x\n', '\nx', 'x\ny', 'x\ny\n');
    fc.assert(
      fc.property(places, inserted, ([from, to], added) => {
        const now = edited(change(from, to, added));
        const after = followLines({ start: 1, lines: text.slice(1, 3) }, change(from, to, added));
        if (after === undefined) return;
        assert.deepEqual(now.slice(after.start, after.start + after.lines.length), after.lines);
      }),
      { numRuns: 2_000 },
    );
  });
});

function isBefore([line, character]: [number, number], [otherLine, other]: [number, number]): boolean {
  return line < otherLine || (line === otherLine && character <= other);
}

function edited({ range: { start, end }, text: inserted }: TextChange): readonly string[] {
  const before = [...text.slice(0, start.line), text[start.line]!.slice(0, start.character)].join('\n');
  const after = [text[end.line]!.slice(end.character), ...text.slice(end.line + 1)].join('\n');
  return `${before}${inserted}${after}`.split('\n');
}
