import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { parsePattern } from '../../../src/core/text/parsePattern';
import { refusedEscapes, refusedGroups } from '../../../src/core/text/patternRefusals';
import { patternSoup, patternSource } from './patternArbitrary';

describe('parsePattern', () => {
  /** `«»` marks what the problem is about. */
  const refuses = (marked: string, message: RegExp) => {
    it(`refuses ${marked.slice(0, 60)}`, () => {
      const start = marked.indexOf('«');
      const end = marked.indexOf('»') - 1;
      const result = parsePattern(marked.replace(/[«»]/g, ''));
      assert.ok('message' in result);
      assert.deepEqual({ start: result.start, end: result.end }, { start, end });
      assert.match(result.message, message);
    });
  };

  refuses('foo«(?=»bar)', /^Look-ahead cannot be used at offset 3 \(`\(\?=`\)\. Match the text around it/);
  refuses('«(?!»bar)', /^Negative look-ahead/);
  refuses('«(?<=»a)b', /^Look-behind/);
  refuses('«(?<!»a)b', /^Negative look-behind/);
  refuses(
    '(a)«\\1»',
    /^A back-reference cannot be used at offset 3 \(`\\1`\)\. Write the possible texts out/,
  );
  refuses('(?P<n>a)«(?P=»n)', /^A back-reference/);
  refuses('(?<n>a)«\\k»<n>', /^A back-reference/);
  refuses('«(?>»a)', /^An atomic group .* Write \(\?:\.\.\.\)\./);
  refuses('a*«+»', /^A possessive repeat .* Leave the \+ out/);
  refuses('a+«*»', /^A repeat is repeated/);
  refuses('«(?R»)', /^A recursion/);
  refuses('«(?#»a)', /^A comment/);
  refuses('«(?x»)a', /^An unknown group/);
  refuses('(?P<n>a)«(?P<n>»b)', /two groups named n/);
  refuses('a«\\Z»', /Write \\n\?\\z/);
  refuses('«\\u»0041', /Write \\x\{\.\.\.\}/);
  refuses('«\\y»', /^An unknown escape/);
  refuses('[«\\b»]', /^An unknown escape/);
  refuses('a«\\»', /^A backslash stands at the end/);
  refuses('«\\x{110000}»', /beyond Unicode/);
  refuses('[«z-a»]', /^A range runs backwards/);
  refuses('[«[:letter:]»]', /The classes are alnum, .* xdigit/);
  refuses('a«[bc»', /^A class is not closed/);
  refuses('a«(b(c)»', /^A group is not closed/);
  refuses('a«)»', /^A group is closed that was not opened/);
  refuses('a|«*»', /^There is nothing to repeat/);
  refuses('x«{2,1}»', /^A repeat counts backwards/);
  refuses('x«{1001}»', /^A repeat counts beyond 1000/);
  refuses('x«{0,1001}»', /^A repeat counts beyond 1000/);
  refuses('((a{100})«{100}»){100}', /^Repeats inside each other come to more than 1000/);
  refuses(`(${'x?'.repeat(450)})«{500}»`, /^The pattern comes to 450000 steps, and at most 1500/);
  refuses(`${'('.repeat(100)}«(»${'('.repeat(50)}`, /^Groups nest deeper than 100/);
  refuses(`${'a'.repeat(1000)}«aaa»`, /^A pattern of 1003 characters is too long/);

  it('reads what is just not too large', () => {
    for (const source of [
      'a'.repeat(1000),
      'a{1000}',
      '(a{100}){10}',
      '.{0,700}',
      '('.repeat(100) + ')'.repeat(100),
    ]) {
      const result = parsePattern(source);
      assert.ok(!('message' in result), source);
    }
  });

  it('names a way out for every construct that it refuses', () => {
    for (const head of Object.keys(refusedGroups)) assert.ok('message' in parsePattern(`${head}a)`), head);
    for (const letter of Object.keys(refusedEscapes))
      assert.ok('message' in parsePattern(`\\${letter}`), letter);
  });

  it('accepts just what RE2 accepts', () => {
    fc.assert(
      fc.property(fc.oneof(patternSource, patternSoup), (source) => {
        fc.pre(!/\\p/i.test(source));
        const accepted = !('message' in parsePattern(source));
        assert.equal(accepted, isRead(source));
      }),
      { numRuns: 2000 },
    );
  }).timeout(20_000);

  it('gives a problem a place inside the pattern', () => {
    fc.assert(
      fc.property(patternSoup, (source) => {
        const result = parsePattern(source);
        if (!('message' in result)) return;
        assert.ok(result.start >= 0 && result.start <= result.end && result.end <= source.length);
      }),
      { numRuns: 2000 },
    );
  }).timeout(20_000);

  it('gives up at once on patterns that want to be large', () => {
    const start = performance.now();
    for (const source of [
      '((((a{9}){9}){9}){9}){9}',
      '('.repeat(1000),
      '[a-z]{1000}'.repeat(90),
      '(?:'.repeat(300),
      '\\'.repeat(999),
    ]) {
      assert.ok('message' in parsePattern(source));
    }
    assert.ok(performance.now() - start < 1000);
  }).timeout(20_000);
});

function isRead(source: string): boolean {
  try {
    RE2JS.compile(source, RE2JS.MULTILINE);
    return true;
  } catch {
    return false;
  }
}
