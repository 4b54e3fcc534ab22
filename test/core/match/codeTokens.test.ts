import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanRegions } from '../../../src/core/comments/scanRegions';
import { tokenAfter, tokenBefore, type MarkedText, type Token } from '../../../src/core/match/codeTokens';

const marked = (text: string): MarkedText => ({ text, regions: scanRegions(text, 'typescript') });

function forwards(source: MarkedText): readonly Token[] {
  const tokens: Token[] = [];
  for (let token = tokenAfter(source, 0); token.kind !== 'end'; token = tokenAfter(source, token.end)) {
    tokens.push(token);
  }
  return tokens;
}

function backwards(source: MarkedText): readonly Token[] {
  const tokens: Token[] = [];
  for (
    let token = tokenBefore(source, source.text.length);
    token.kind !== 'end';
    token = tokenBefore(source, token.start)
  ) {
    tokens.unshift(token);
  }
  return tokens;
}

describe('code tokens', () => {
  it('are words, strings and marks, without what lies between', () => {
    const tokens = forwards(marked('a::b // c\n  .d_1("e f" /* g */)'));
    assert.deepEqual(
      tokens.map(({ kind, text }) => `${kind} ${text}`),
      ['word a', 'mark ::', 'word b', 'mark .', 'word d_1', 'mark (', 'string "e f"', 'mark )'],
    );
  });

  it('say whether a line ends in front of them, in code and in comments', () => {
    const tokens = forwards(marked('a b\nc /* \n */ d // e\nf'));
    assert.deepEqual(
      tokens.filter(({ acrossLines }) => acrossLines).map(({ text }) => text),
      ['c', 'd', 'f'],
    );
    const before = tokenBefore(marked('a /*\n*/ b'), 8);
    assert.deepEqual([before.text, before.acrossLines], ['a', true]);
  });

  it('are the same in both directions', () => {
    const text = fc
      .array(
        fc.constantFrom('a', 'b1', ' ', '\n', '::', '.', '(', '"x"', "'", '/* y */', '// z\n', 'é', '\u00a0'),
        {
          maxLength: 20,
        },
      )
      .map((parts) => parts.join('').replace(/:{3,}/g, '::'));
    const places = (tokens: readonly Token[]) =>
      tokens.map(({ kind, start, end, text }) => ({ kind, start, end, text }));
    fc.assert(
      fc.property(text, (source) => {
        assert.deepEqual(places(backwards(marked(source))), places(forwards(marked(source))));
      }),
      { numRuns: 3000 },
    );
  });
});
