import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileTextSearch } from '../../../src/core/match/textSearch';
import { compileFollowedSearch } from '../../../src/core/match/textSearchFollow';
import { compilePattern, type Pattern } from '../../../src/core/text/pattern';
import { patternSource, patternText, unusualText } from '../text/patternArbitrary';

describe('compileFollowedSearch', () => {
  const sources = fc.array(patternSource, { minLength: 1, maxLength: 4 });
  const text = fc
    .array(fc.oneof(patternText, unusualText), { maxLength: 12 })
    .map((parts) => parts.join('\n'));
  const edit = fc.record({
    at: fc.nat(),
    cut: fc.nat(12),
    put: fc.oneof(patternText, fc.constantFrom('', '\n', '\r', 'a')),
  });

  it('finds after each edit what a search of the whole text finds', () => {
    fc.assert(
      fc.property(sources, text, fc.array(edit, { minLength: 1, maxLength: 6 }), (list, first, edits) => {
        const patterns = list.map(compiled);
        const whole = compileTextSearch(patterns);
        const followed = compileFollowedSearch(patterns)();
        let now = first;
        followed.find(now);
        for (const { at, cut, put } of edits) {
          const from = now.length === 0 ? 0 : at % (now.length + 1);
          now = now.slice(0, from) + put + now.slice(from + cut);
          assert.deepEqual(followed.find(now).hits, whole.find(now).hits);
        }
      }),
      { numRuns: 500 },
    );
  }).timeout(30_000);

  it('knows of lines that are too long until they are gone', () => {
    const followed = compileFollowedSearch([compiled('foo')])();
    const long = 'x'.repeat(20_001);
    assert.equal(followed.find(`foo\n${long}\nfoo`).skippedLines, 1);
    assert.equal(followed.find(`foo \n${long}\nfoo`).skippedLines, 1);
    assert.equal(followed.find('foo \nfoo').skippedLines, 0);
    assert.equal(followed.find(`foo \nfoo\n${long}foo`).skippedLines, 1);
  });

  it('finds all when there is time again', () => {
    const followed = compileFollowedSearch([compiled('foo')])();
    const text = 'foo\n'.repeat(100);
    assert.equal(followed.find(text, { deadline: () => true }).complete, false);
    assert.equal(followed.find(`${text}foo`).hits.length, 101);
  });
});

function compiled(source: string): Pattern {
  const pattern = compilePattern(source);
  assert.ok('matches' in pattern, 'message' in pattern ? pattern.message : '');
  return pattern;
}
