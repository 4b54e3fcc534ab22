import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesOf } from '../../../src/core/match/lineTable';

describe('linesOf', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '\r\n'), maxLength: 40 });

  it('finds every line', () => {
    fc.assert(
      fc.property(text, (value) => {
        assert.deepEqual(linesIn(value, { from: 0, to: value.length }, 0), value.split(/\r\n|\r|\n/));
      }),
    );
  });

  it('finds the lines that a range touches, and those around', () => {
    const value = 'a\nb\r\nc\rd\n\ne';
    assert.deepEqual(linesIn(value, { from: 2, to: 2 }, 0), ['b']);
    assert.deepEqual(linesIn(value, { from: 2, to: 3 }, 0), ['b']);
    assert.deepEqual(linesIn(value, { from: 4, to: 4 }, 0), ['b']);
    assert.deepEqual(linesIn(value, { from: 2, to: 5 }, 0), ['b', 'c']);
    assert.deepEqual(linesIn(value, { from: 5, to: 5 }, 1), ['b', 'c', 'd']);
    assert.deepEqual(linesIn(value, { from: 5, to: 5 }, 9), ['a', 'b', 'c', 'd', '', 'e']);
    assert.deepEqual(linesIn(value, { from: 9, to: 9 }, 0), ['']);
    assert.deepEqual(linesIn(value, { from: 10, to: 10 }, 0), ['e']);
  });

  it('tells the line of an offset', () => {
    fc.assert(
      fc.property(text, (value) => {
        const lines = linesOf(value, { from: 0, to: value.length }, 0);
        for (let offset = 0; offset <= value.length; offset++) {
          const line = lines.lineAt(offset);
          assert.ok(lines.starts[line]! <= offset);
          assert.ok(line === lines.count - 1 || offset < lines.starts[line + 1]!);
        }
      }),
    );
  });
});

function linesIn(text: string, range: { from: number; to: number }, around: number): string[] {
  const { count, starts, ends } = linesOf(text, range, around);
  return Array.from({ length: count }, (_, line) => text.slice(starts[line], ends[line]));
}
