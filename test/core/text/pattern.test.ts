import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { compilePattern, type Pattern, type Span } from '../../../src/core/text/pattern';
import { openWindow } from '../../../src/core/text/textWindow';
import { patternSoup, patternSource, patternText, unusualText } from './patternArbitrary';

describe('compilePattern', () => {
  /** `«»` marks the matches. */
  const check = (source: string, marked: string) => {
    it(`${source} in ${JSON.stringify(marked)}`, () => {
      const text = marked.replace(/[«»]/g, '');
      assert.equal(mark(text, [...compiled(source).matches(text)]), marked);
    });
  };

  check('foo', 'a «foo», a «foo»');
  check('foo', 'Foo');
  check('(?i)foo', '«Foo»');
  check('(?i)k|s', '«\u212a» «\u017f» «K» «s»');
  check('a|ab', '«a»b');
  check('a*', 'b«aa»cb«a»');
  check('a*?', 'baa');
  check('(?:a|)*x?', '«aa»b');
  check('', 'abc');
  check('^|$', 'a\nb\n');
  check('^b', '«b»\nab\n«b»');
  check('a$', 'b\n«a»\nab\n«a»');
  check('.+', '«ab»\n«c»');
  check('a\\s*b', '«a \n b»');
  check('foo;$', '«foo;»\r\nfoo; //\r«foo;»\r\n');
  check('.+', '«ab»\r\n«c»\r«d»');
  check('\\{\\n\\}', '«{\r\n}» «{\n}»');
  check('\\n', 'a«\r\n»b«\n»c«\r»');
  check('a\\r?\\n', '«a\r\n»');
  check('^.$', '«😀»\n«é»\n«\u2028»');
  check('[^a]', 'a«😀»a');
  check('\\bé', 'a«é» é');
  check('\\A.', '«a»b\nb');
  check('.\\z', 'ab\na«b»');
  check('(?-m)^.|.$', '«a»b\na«b»');
  check('\\pL+', '«äöü»1«ß»');
  check('(?s)a.b', '«a\nb»');

  it('reports what is wrong', () => {
    assert.match(problem('(?=a)'), /Look-ahead/);
    assert.match(problem('\\p{Klingon}'), /unknown Unicode class.*\\p\{Klingon\}/);
    assert.match(problem('foo\\r\\n'), /\\r at offset 3 can never match.*leave the \\r out/);
    assert.match(problem('\\r'), /offset 0/);
  });

  it('looks at what stands before the window, and takes its end for the end of the text', () => {
    const text = 'ab\nabc\nb';
    const found = (source: string, from: number, to: number) => [...compiled(source).matches(text, from, to)];
    assert.deepEqual(found('\\bb', 1, 8), [{ start: 7, end: 8 }]);
    assert.deepEqual(found('^b', 1, 8), [{ start: 7, end: 8 }]);
    assert.deepEqual(found('^a', 3, 6), [{ start: 3, end: 4 }]);
    assert.deepEqual(found('c$', 3, 6), [{ start: 5, end: 6 }]);
    assert.deepEqual(found('c\\z', 3, 6), []);
    assert.deepEqual(found('\\Aa', 3, 6), []);
    assert.deepEqual(found('[^x]+', 3, 6), [{ start: 3, end: 6 }]);
    assert.deepEqual(found('[^x]+|\\z', 3, 6), []);
  });

  it('keeps offsets right behind Windows line ends', () => {
    const text = 'a\r\n\r\na\r\nb';
    assert.deepEqual(
      [...compiled('a|b').matches(text, 1)],
      [
        { start: 5, end: 6 },
        { start: 8, end: 9 },
      ],
    );
    assert.deepEqual(
      [...compiled('\\s+').matches(text)],
      [
        { start: 1, end: 5 },
        { start: 6, end: 8 },
      ],
    );
  });

  it('finds what RE2 finds', () => {
    fc.assert(
      fc.property(patternSource, patternText, (source, text) => {
        assert.deepEqual([...compiled(source).matches(text)], allMatches(source, text));
      }),
      { numRuns: 300 },
    );
  }).timeout(20_000);

  it('finds the same whatever the line ends', () => {
    fc.assert(
      fc.property(patternSource, unusualText, (source, text) => {
        const lines = text.split(/\r\n|\r|\n/);
        const slices = (lineEnd: string) => {
          const whole = lines.join(lineEnd);
          return [...compiled(source).matches(whole)].map(({ start, end }) =>
            whole.slice(start, end).split(lineEnd),
          );
        };
        assert.deepEqual(slices('\r\n'), slices('\n'));
        assert.deepEqual(slices('\r'), slices('\n'));
      }),
      { numRuns: 300 },
    );
  }).timeout(20_000);

  it('knows what every match holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(patternSource, patternSoup),
        fc.oneof(patternText, unusualText),
        (source, text) => {
          const pattern = compilePattern(source);
          if ('message' in pattern) return;
          for (const { start, end } of pattern.matches(text)) checkMatch(pattern, text.slice(start, end));
        },
      ),
      { numRuns: 1000 },
    );
  }).timeout(20_000);

  it('ends when it is asked to', () => {
    const pattern = compiled('a');
    const window = openWindow('a'.repeat(100_000), { from: 0, to: 100_000 });
    const count = (take: (taken: number) => boolean, isOver?: () => boolean) => {
      let taken = 0;
      pattern.search(window, () => take(++taken), isOver);
      return taken;
    };
    let questions = 0;
    assert.equal(
      count(() => true),
      100_000,
    );
    assert.equal(
      count((taken) => taken < 5),
      5,
    );
    assert.equal(
      count(
        () => true,
        () => ++questions >= 3,
      ),
      192,
    );
    assert.equal(questions, 3);
  });

  it('stays linear', () => {
    const start = performance.now();
    for (const source of [
      '(a+)+$',
      '(a|aa)+$',
      '(a*)*b',
      'a[^b]*a[^b]*c',
      '(?:a?){100}a{100}[bc]',
      '(.*)(.*)(.*)(.*)[xy]',
    ]) {
      assert.deepEqual([...compiled(source).matches(`${'a'.repeat(20_000)}d`)].length, 0, source);
    }
    assert.ok(performance.now() - start < 5000);
  }).timeout(20_000);

  it('asks the engine that a process brings, where it knows an answer', () => {
    const asked: string[] = [];
    const engine = {
      compile: (source: string) =>
        source === 'a'
          ? (text: string, from: number) => {
              asked.push(text);
              const start = text.indexOf('a', from);
              return start === -1 ? undefined : { start, end: start + 1 };
            }
          : undefined,
    };
    const find = (source: string, text: string) => {
      const pattern = compilePattern(source, engine);
      assert.ok('matches' in pattern);
      return [...pattern.matches(text)].length;
    };
    assert.deepEqual(
      [find('a', 'xa\r\na'), find('b', 'b'), find('a', 'a😀'), find('a', 'a\u2028')],
      [2, 1, 1, 1],
    );
    assert.deepEqual([...new Set(asked)], ['xa\na']);
  });
});

function compiled(source: string): Pattern {
  const pattern = compilePattern(source);
  assert.ok('matches' in pattern, 'message' in pattern ? pattern.message : '');
  return pattern;
}

function problem(source: string): string {
  const result = compilePattern(source);
  assert.ok('message' in result);
  return result.message;
}

function mark(text: string, spans: readonly Span[]): string {
  let marked = '';
  let at = 0;
  for (const { start, end } of spans) {
    marked += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  return marked + text.slice(at);
}

/** Straight from the engine. */
function allMatches(source: string, text: string): Span[] {
  const spans: Span[] = [];
  const matcher = RE2JS.compile(source, RE2JS.MULTILINE).matcher(text);
  while (matcher.find())
    if (matcher.end() > matcher.start()) spans.push({ start: matcher.start(), end: matcher.end() });
  return spans;
}

function checkMatch({ literals, spansLines, before, after }: Pattern, match: string): void {
  const lineEnd = /[\r\n]/;
  if (!spansLines) assert.doesNotMatch(match, lineEnd);
  if (literals.length === 0) return;
  const places = literals.flatMap(({ text, ignoreCase }) => {
    const escaped = text.replace(/[^\w]/gu, (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`);
    return [...match.matchAll(new RegExp(escaped, ignoreCase ? 'giu' : 'gu'))];
  });
  assert.ok(places.length > 0, `none of ${JSON.stringify(literals)} in ${JSON.stringify(match)}`);
  const fits = places.some(
    ({ 0: text, index }) =>
      (before.runs > 0 || !lineEnd.test(match.slice(0, index))) &&
      (after.runs > 0 || !lineEnd.test(match.slice(index + text.length))),
  );
  assert.ok(fits);
}
