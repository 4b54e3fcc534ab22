import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileTextSearch, type TextHit, type TextSearchOptions } from '../../../src/core/match/textSearch';
import { compilePattern, type Pattern } from '../../../src/core/text/pattern';
import { patternSource, patternText, unusualText } from '../text/patternArbitrary';

describe('compileTextSearch', () => {
  const sources = fc.array(patternSource, { minLength: 1, maxLength: 4 });

  it('finds what each pattern finds alone', () => {
    fc.assert(
      fc.property(sources, fc.oneof(patternText, unusualText), (list, text) => {
        const patterns = list.map(compiled);
        assert.deepEqual(hitsOf(patterns, text), naiveHits(patterns, text));
      }),
      { numRuns: 300 },
    );
  }).timeout(20_000);

  it('finds it in long texts too, as long as matches are short', () => {
    const line = fc.constantFrom('', '', 'a', 'b', 'ab', ' ', 'k a', 'aaa', 'Bk', '0.');
    const text = fc.array(line, { minLength: 100, maxLength: 400 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(patternSource, text, (source, value) => {
        const pattern = compiled(source);
        const expected = naiveHits([pattern], value);
        fc.pre(expected.every((hit) => lineCount(value, hit) <= 100));
        assert.deepEqual(hitsOf([pattern], value), expected);
      }),
      { numRuns: 300 },
    );
  }).timeout(20_000);

  it('goes beyond the line of a literal as far as a match may', () => {
    const blank = '\n'.repeat(50);
    const text = `catch (e) {${blank}  throw e;\nf(${blank}a${blank.slice(2)})\nf(b\nc)`;
    const found = (source: string) => textsOf([source], text).map((value) => value.replace(/\n+/g, '|'));
    assert.deepEqual(found('catch \\(\\w+\\) \\{\\s*throw \\w+;'), ['catch (e) {|  throw e;']);
    assert.deepEqual(found('\\{\\s*throw e;'), ['{|  throw e;']);
    assert.deepEqual(found('f\\([^)]*\\)'), ['f(|a|)', 'f(b|c)']);
    assert.deepEqual(found('(?s)b.*$'), ['b|c)']);
  });

  it('drops a match of more than a hundred lines', () => {
    for (const source of ['start[^;]*;', '[^;]*;', 'start(.|\\n)*?;']) {
      assert.deepEqual(hitsOf([compiled(source)], `start${'\n'.repeat(99)};`), [
        { pattern: 0, start: 0, end: 105 },
      ]);
      const hits = hitsOf([compiled(source)], `start${'\n'.repeat(100)};`);
      assert.ok(
        hits.every(({ start }) => start > 0),
        source,
      );
    }
  });

  it('steps through a long text without losing or repeating a match', () => {
    const text = Array.from({ length: 3000 }, (_, line) => `a${line}\nb `).join('');
    for (const source of ['a\\d+\\n', '\\d\\s', '[^b]+', '(?s)a.{4}']) {
      const patterns = [compiled(source)];
      assert.deepEqual(hitsOf(patterns, text), naiveHits(patterns, text));
    }
  });

  it('leaves out lines that are too long, and says so', () => {
    const long = `foo ${'x'.repeat(20_000)}`;
    const text = `foo\n${long}\nfoo\nbar\n${long}`;
    const { hits, skippedLines, complete } = compileTextSearch(
      ['foo', 'o\\s+f', '^\\w+$', '[^x]+'].map(compiled),
    ).find(text);
    assert.deepEqual(
      hits.map(({ pattern, start, end }) => `${pattern} ${text.slice(start, end)}`),
      ['0 foo', '2 foo', '3 foo', '0 foo', '2 foo', '3 foo\nbar', '2 bar'],
    );
    assert.deepEqual({ skippedLines, complete }, { skippedLines: 2, complete: true });
    assert.equal(compileTextSearch([compiled('x')]).find('x'.repeat(20_000)).skippedLines, 0);
  });

  it('ends at the deadline with what it has', () => {
    const text = 'foo\n'.repeat(10_000);
    for (const source of ['foo', 'f\\w+', '\\w+', 'foo\\s', '\\s']) {
      const search = compileTextSearch([compiled(source)]);
      let questions = 0;
      const some = search.find(text, { deadline: () => ++questions > 5 });
      const all = search.find(text, { deadline: () => false });
      assert.equal(some.complete, false);
      assert.equal(all.complete, true);
      assert.ok(some.hits.length < all.hits.length && questions === 6, source);
      assert.deepEqual(some.hits, all.hits.slice(0, some.hits.length));
    }
  });

  it('is ended in the middle of a line', () => {
    const text = 'a'.repeat(20_000);
    const start = performance.now();
    const { complete, hits } = compileTextSearch([compiled('(?:a[^b]*b)?|c')]).find(text, {
      deadline: () => performance.now() - start > 100,
    });
    assert.deepEqual({ complete, hits }, { complete: false, hits: [] });
    assert.ok(performance.now() - start < 5000);
  }).timeout(20_000);

  it('searches the lines of a range', () => {
    const patterns = ['a', '\\w+', 'b\\s*a', '\\s+'].map(compiled);
    const text = 'a b\nc b\n a\nb\na';
    const found = (from: number, to: number) =>
      compileTextSearch(patterns)
        .find(text, { from, to })
        .hits.map(({ pattern, start, end }) => `${pattern} ${JSON.stringify(text.slice(start, end))}`);
    assert.deepEqual(
      found(5, 6),
      ['3 "\\n"', '1 "c"', '3 " "', '1 "b"', '2 "b\\n a"', '3 "\\n "'].filter((hit) => hit !== '3 "\\n"'),
    );
    const starts = compileTextSearch([compiled('^\\w')]);
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      const at = 1 + lineEnd.length;
      const { hits } = starts.find(`a${lineEnd}b${lineEnd}c`, { from: at, to: at });
      assert.deepEqual(hits, [{ pattern: 0, start: at, end: at + 1 }]);
    }
    assert.deepEqual(found(11, 11), ['1 "b"', '2 "b\\na"', '3 "\\n"']);
  });

  it('finds in the lines of a range what it finds there in the whole text', () => {
    fc.assert(
      fc.property(sources, patternText, fc.nat(60), fc.nat(60), (list, text, one, other) => {
        const patterns = list.map(compiled);
        const [from, to] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)];
        const first = text.slice(0, from).lastIndexOf('\n') + 1;
        const last = text.indexOf('\n', to) === -1 ? text.length : text.indexOf('\n', to) + 1;
        const expected = naiveHits(patterns, text).filter(({ start, end }) => start < last && end > first);
        assert.deepEqual(hitsOf(patterns, text, { from, to }), expected);
      }),
      { numRuns: 300 },
    );
  }).timeout(20_000);

  it('searches for many patterns at once', () => {
    const patterns = Array.from({ length: 1000 }, (_, index) => compiled(`\\bname${index}\\.\\w+\\(`));
    const text = Array.from(
      { length: 10_000 },
      (_, line) => `  const value = name${line}.call(${line}, other);`,
    ).join('\n');
    const search = compileTextSearch(patterns);
    assert.equal(search.find(text).hits.length, 1000);
    const start = performance.now();
    search.find(text);
    assert.ok(performance.now() - start < 2000);
  }).timeout(20_000);

  it('does without patterns and without text', () => {
    assert.deepEqual(compileTextSearch([]).find('abc'), {
      hits: [],
      complete: true,
      skippedLines: 0,
      slow: [],
    });
    assert.deepEqual(hitsOf([compiled('a'), compiled('\\s*')], ''), []);
  });
});

function compiled(source: string): Pattern {
  const pattern = compilePattern(source);
  assert.ok('matches' in pattern, 'message' in pattern ? pattern.message : '');
  return pattern;
}

function hitsOf(patterns: readonly Pattern[], text: string, options?: TextSearchOptions): readonly TextHit[] {
  const { hits, complete } = compileTextSearch(patterns).find(text, options);
  assert.ok(complete);
  return hits;
}

function textsOf(sources: readonly string[], text: string): string[] {
  return hitsOf(sources.map(compiled), text).map(({ start, end }) => text.slice(start, end));
}

function naiveHits(patterns: readonly Pattern[], text: string): TextHit[] {
  return patterns
    .flatMap((pattern, index) => Array.from(pattern.matches(text), (span) => ({ pattern: index, ...span })))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.pattern - b.pattern);
}

function lineCount(text: string, { start, end }: TextHit): number {
  return text.slice(start, end - 1).split('\n').length;
}
