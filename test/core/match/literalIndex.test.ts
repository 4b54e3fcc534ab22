import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileLiterals } from '../../../src/core/match/literalIndex';
import type { Literal } from '../../../src/core/text/requiredLiterals';

describe('compileLiterals', () => {
  it('finds literals inside and behind each other, in both cases', () => {
    assert.deepEqual(places(['he', 'she', 'his', 'hers', 'HE'], 'uSHErs'), [
      'HE@2',
      'he@2',
      'hers@2',
      'she@1',
    ]);
  });

  it('looks only inside the range', () => {
    const found: number[] = [];
    const index = compileLiterals([{ text: 'ab', ignoreCase: false }]);
    index.scan('ababab', { from: 1, to: 5 }, (_, start) => found.push(start));
    assert.deepEqual(found, [2]);
  });

  it('knows the two letters beyond ASCII that fold into it', () => {
    assert.deepEqual(places(['ask'], 'a\u017f\u212a'), ['ask@0']);
  });

  it('does without literals', () => {
    assert.deepEqual(places([], 'abc'), []);
  });

  it('reports each place, and no other while the literals are few and short', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', 'A', 'K', 'k', '\u212a', '\n', 'é', '😀'),
      maxLength: 40,
    });
    const literal = fc.string({
      unit: fc.constantFrom('a', 'b', 'A', 'k', 'é', '😀'),
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(literal, { maxLength: 8 }), text, (literals, value) => {
        assert.deepEqual(places(literals, value), naivePlaces(literals, value));
      }),
      { numRuns: 1000 },
    );
  }).timeout(20_000);

  it('misses none where literals are long, many and of many characters', () => {
    const char = (code: number) => String.fromCharCode(0x4e00 + code);
    const literals = Array.from({ length: 600 }, (_, index) =>
      `${char(index)}${char((index * 7) % 600)}`.repeat(30),
    );
    const found = new Set(places(literals, literals.join('\n')));
    let offset = 0;
    for (const text of literals) {
      assert.ok(found.has(`${text}@${offset}`));
      offset += text.length + 1;
    }
  });

  it('stays small however long the literals are', () => {
    const literals = Array.from(
      { length: 30_000 },
      (_, index) => `${index}${'abcdefghijklmnopqrstuvwxyz'.repeat(4)}`,
    );
    const start = performance.now();
    const found = places(literals, `x${literals[77]!}`);
    assert.ok(found.includes(`${literals[77]!}@1`));
    assert.ok(performance.now() - start < 2000);
  }).timeout(20_000);
});

function places(texts: readonly string[], value: string): string[] {
  const found: string[] = [];
  const literals: Literal[] = texts.map((text) => ({ text, ignoreCase: false }));
  const range = { from: 0, to: value.length };
  compileLiterals(literals).scan(value, range, (literal, start) => found.push(`${texts[literal]!}@${start}`));
  return found.sort();
}

function naivePlaces(texts: readonly string[], value: string): string[] {
  const fold = (text: string) =>
    text.replaceAll('\u212a', 'k').replace(/[A-Z]/g, (char) => char.toLowerCase());
  const found: string[] = [];
  for (const text of texts) {
    for (let at = fold(value).indexOf(fold(text)); at !== -1; at = fold(value).indexOf(fold(text), at + 1)) {
      found.push(`${text}@${at}`);
    }
  }
  return found.sort();
}
