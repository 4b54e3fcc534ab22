import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compilePattern, type RegexEngine, type Span } from '../../src/core/text/pattern';
import { createV8Regex } from '../../src/node/v8Regex';
import { patternSoup, patternSource, patternText, unusualText } from '../core/text/patternArbitrary';

describe('createV8Regex', () => {
  const engine = createV8Regex();
  before('needs a V8 with a linear engine', () => assert.ok(engine));

  const takes = (source: string, expected: boolean) => {
    it(`${expected ? 'takes' : 'leaves'} ${source}`, () => {
      assert.equal(engine!.compile(source) !== undefined, expected);
    });
  };

  takes('catch \\(\\w+\\) \\{\\s*throw \\w+;', true);
  takes('^import .* from [\'"]moment[\'"]$', true);
  takes('(?i)todo|fix[ -]?me\\b', true);
  takes('\\bnew (?P<name>[A-Z]\\w*)\\([^)]*\\)', true);
  takes('(?s)a.*?b', true);
  takes('\\Qa.b\\E[[:digit:]]{2,4}', true);
  takes('\\Aa', false);
  takes('a\\z', false);
  takes('(?-m)^a', false);
  takes('\\pL', false);
  takes('😀', false);
  takes('[a-😀]', true);
  takes('(?i)é', false);
  takes('(?i)[é]', false);
  takes('(a*)*b', false);
  takes('(|a)+b', false);
  takes('a{500}', false);
  takes('(a{9}){9}', false);
  takes('(?=a)', false);

  it('finds what RE2 finds', () => {
    fc.assert(
      fc.property(
        fc.oneof(patternSource, patternSoup),
        fc.oneof(patternText, unusualText),
        (source, text) => {
          fc.pre('matches' in compilePattern(source));
          assert.deepEqual(matches(source, text, engine), matches(source, text, undefined));
        },
      ),
      { numRuns: 400 },
    );
  }).timeout(20_000);

  it('finds what RE2 finds on characters of all kinds', () => {
    const sign = fc.constantFrom(
      '\\s',
      '\\S',
      '\\w',
      '\\W',
      '\\d',
      '\\D',
      '.',
      '\\b',
      '\\B',
      '^',
      '$',
      '[^\\s]',
      '[[:space:]]',
    );
    const flag = fc.constantFrom('', '(?i)', '(?s)');
    const source = fc
      .tuple(flag, fc.array(sign, { minLength: 1, maxLength: 3 }))
      .map(([start, signs]) => start + signs.join(''));
    const unit = fc.oneof(
      fc.constantFrom('\v', '\f', '\0', '\u00a0', '\u2028', '\ufeff', '\u0085'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    fc.assert(
      fc.property(source, fc.string({ unit, maxLength: 8 }), (pattern, text) => {
        assert.deepEqual(matches(pattern, text, engine), matches(pattern, text, undefined));
      }),
      { numRuns: 300 },
    );
  }).timeout(20_000);

  it('finds what RE2 finds where it gives way to the linear engine', () => {
    const text = `${'a'.repeat(3000)}b${'ab'.repeat(1500)}`;
    const long = `${'ab '.repeat(4000)}c`;
    for (const source of [
      '(a+)+$',
      '(a|aa)+b',
      '(a|ab)+c',
      '(?:a+b?)+?c?$',
      '[ab]+[ac]+b',
      '(a.*b.*)+c$',
      'a[^c]*c',
    ]) {
      assert.deepEqual(matches(source, text, engine), matches(source, text, undefined), source);
      assert.deepEqual(matches(source, long, engine), matches(source, long, undefined), source);
    }
  });

  // Beside exponential patterns those that V8 does not count: a repeated character, and nothing behind it.
  for (const source of [
    '(a+)+$',
    '(a|aa)+$',
    '(x+x+)+y',
    'a[^b]*c',
    'a[^b]*a[^b]*c',
    '.*.*.*=',
    '(?:a|b|ab)*?c',
    '\\s+$',
  ]) {
    it(`stays linear with ${source}`, () => {
      for (const [letter, length] of [
        ['a', 8000],
        ['a', 200_000],
        ['x', 8000],
        [' ', 20_000],
      ] as const) {
        const text = `${letter.repeat(length)}d`;
        const start = performance.now();
        assert.equal(engine!.compile(source)!(text, 0), undefined);
        assert.ok(performance.now() - start < 3000);
      }
    }).timeout(20_000);
  }
});

function matches(source: string, text: string, engine: RegexEngine | undefined): Span[] {
  const pattern = compilePattern(source, engine);
  assert.ok('matches' in pattern);
  return [...pattern.matches(text)];
}
