import assert from 'node:assert/strict';
import fc from 'fast-check';
import { extensionOf, type PathPattern } from '../../../src/core/text/pathPattern';
import { compileGlob, type Glob, isGlobError, splitGlobs } from '../../../src/core/text/globs';

describe('compileGlob', () => {
  const facts: readonly [glob: string, matches: readonly string[], others: readonly string[]][] = [
    ['*.ts', ['a.ts', '.ts', '.a.ts'], ['src/a.ts', 'a.tsx', 'a.TS', 'A.Ts']],
    ['**/*.ts', ['a.ts', 'src/a.ts', 'src/.x/.a.ts'], ['a.js', 'src/a.ts.map']],
    ['src/**/*.ts', ['src/a.ts', 'src/b/c/a.ts'], ['a.ts', 'lib/src/a.ts', 'srcs/a.ts']],
    ['src/*.ts', ['src/a.ts'], ['src/b/a.ts', 'a.ts']],
    ['src/*', ['src/a', 'src/.a'], ['src/a/b', 'src']],
    ['src/**', ['src/a', 'src/a/b', 'src/.a/.b'], ['src', 'a/src/b']],
    ['**', ['a', 'a/b', '.a'], []],
    ['*', ['a', '.a'], ['a/b']],
    ['**/b/**', ['b/c', 'a/b/c', 'a/b/c/d'], ['b', 'a/b']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b', 'a/b/c'], ['b', 'x/a/b', 'a/xb']],
    ['a/?/c', ['a/b/c'], ['a//c', 'a/bb/c']],
    ['[ab].ts', ['a.ts', 'b.ts'], ['c.ts', 'ab.ts']],
    ['[!ab].ts', ['c.ts'], ['a.ts', '/.ts']],
    ['app/[[]id]/*.tsx', ['app/[id]/page.tsx'], ['app/i/page.tsx']],
    // A last segment without a wildcard is a file or a folder.
    ['src', ['src', 'src/a', 'src/b/a'], ['a/src', 'srcs', 'src.ts']],
    ['src/', ['src/a', 'src/b/a'], ['src', 'a/src/b']],
    ['docs/guide', ['docs/guide', 'docs/guide/a.md'], ['docs/guide.md', 'guide']],
    ['README.md', ['README.md'], ['docs/README.md', 'readme.md']],
    ['**/fixtures', ['fixtures/a', 'a/fixtures', 'a/fixtures/b/c'], ['fixture/a', 'a/fixtures.ts']],
    ['packages/*/src', ['packages/a/src/b.ts', 'packages/a/src'], ['packages/a/b/src/c', 'packages/src/x']],
    ['packages/*', ['packages/a.json'], ['packages/a/b']],
    ['packages/*/', ['packages/a/b', 'packages/a/b/c'], ['packages/a']],
    // `./` and `/` are the base folder.
    ['./src/*.ts', ['src/a.ts'], ['a.ts']],
    ['/src/*.ts', ['src/a.ts'], ['a.ts']],
    ['/*.ts', ['a.ts'], ['src/a.ts']],
    ['.', ['a', 'a/b'], []],
    ['./', ['a', 'a/b'], []],
    ['/', ['a', 'a/b'], []],
    ['src//a/./*.ts', ['src/a/b.ts'], ['src/b.ts']],
    ['./!a', ['!a'], ['a']],
    // Braces and commas.
    ['*.{ts,tsx}', ['a.ts', 'a.tsx'], ['a.t', 'a.js', 'b/a.ts']],
    ['{src,test}/**/*.ts', ['src/a.ts', 'test/b/a.ts'], ['lib/a.ts']],
    ['src/{,a/}*.ts', ['src/b.ts', 'src/a/b.ts'], ['src/b/b.ts']],
    ['*.{ts}', ['a.{ts}'], ['a.ts']],
    ['a{1..3}', ['a{1..3}'], ['a1', 'a2']],
    ['src/**, test/**', ['src/a', 'test/a'], ['src', 'lib/a']],
    ['*.{ts,js},*.md', ['a.ts', 'a.js', 'a.md'], ['a.css']],
    // Text elsewhere, text here.
    ['#a', ['#a'], ['a']],
    ['a(b)', ['a(b)'], ['ab']],
    ['@(a)', ['@(a)'], ['a']],
    ['app/(shop)/@modal/*', ['app/(shop)/@modal/a'], ['app/shop/modal/a']],
    ['a b/*', ['a b/c'], ['a/c']],
    ['src/**.ts', ['src/a.ts'], ['src/b/a.ts']],
  ];
  for (const [source, matches, others] of facts) {
    it(source, () => {
      const { matches: admits } = compiled(source);
      assert.deepEqual([...matches, ...others].filter(admits), matches);
    });
  }

  const errors: readonly [glob: string, message: RegExp][] = [
    ['', /empty/],
    [' , ', /empty/],
    ['{,a}', /alternative .* empty/],
    ['!src', /does not begin with `!`/],
    ['a,!b', /does not begin with `!`/],
    ['src\\a', /no backslashes/],
    ['../a', /does not leave its folder/],
    ['a/../b', /does not leave its folder/],
    ['{a,..}/b', /does not leave its folder/],
    ['{a,b', /no partner/],
    ['a}', /no partner/],
    ['@(a|b)', /not read/],
    ['!(a|b)', /`!`/],
    ['a'.repeat(257), /257 characters; at most 256/],
    ['*/'.repeat(9), /9 stars; at most 8/],
    ['{a,b}'.repeat(9), /more than 256 alternatives/],
  ];
  for (const [source, message] of errors) {
    it(`${source.slice(0, 30)} is an error`, () => {
      const result = compileGlob(source);
      assert.ok(isGlobError(result));
      assert.match(result.message, message);
      assert.ok(result.hint !== undefined && /^[A-Z].*\.$/u.test(result.hint));
    });
  }

  it('reads what the limits just allow', () => {
    assert.ok(compiled('a'.repeat(256)).matches('a'.repeat(256)));
    assert.ok(compiled('**/'.repeat(7) + '*.ts').matches('a.ts'));
    assert.equal(compiled('{a,b}'.repeat(8)).alternatives.length, 256);
    // The limits are for one glob, not for a list.
    assert.ok(compiled(Array(100).fill('**/*.ts').join()).matches('a.ts'));
  });

  const parts: readonly [
    glob: string,
    prefix: readonly string[],
    segment?: string | undefined,
    extension?: string,
  ][] = [
    ['**/*.ts', [], undefined, '.ts'],
    ['*.test.ts', [], undefined, '.ts'],
    ['*ts', []],
    ['*.t[s]', []],
    ['*.ts?', []],
    ['*[.]ts', []],
    ['src/**/*.tsx', ['src'], undefined, '.tsx'],
    ['src/a/**', ['src', 'a']],
    ['src/a.ts', ['src', 'a.ts']],
    ['src/*/test/*.ts', ['src'], 'test', '.ts'],
    ['**/package.json', [], 'package.json'],
    ['**/x/**', [], 'x'],
  ];
  for (const [source, prefix, segment, extension] of parts) {
    it(`knows what is certain of ${source}`, () => {
      const [pattern] = compiled(source).alternatives;
      assert.deepEqual([pattern!.prefix, pattern!.segment, pattern!.extension], [prefix, segment, extension]);
    });
  }

  const covered: readonly [glob: string, folder: string, covers: boolean][] = [
    ['dist', 'dist', true],
    ['dist/', 'dist', true],
    ['dist/**', 'dist', true],
    ['dist/**', 'dist/a', true],
    ['dist/**', 'd', false],
    ['dist/*', 'dist', false],
    ['**/*.ts', 'dist', false],
    ['**/gen/**', 'a/gen', true],
    ['**/gen/**', 'a', false],
    ['a/?', 'a', false],
    ['a/**/b', 'a', false],
    ['a/**/b', 'a/x/b/c', true],
    ['a/*/**', 'a', false],
    ['a/*/', 'a/b', true],
    ['**', 'a', true],
  ];
  for (const [source, folder, covers] of covered) {
    it(`${source} ${covers ? 'covers' : 'does not cover'} ${folder}`, () =>
      assert.equal(compiled(source).coversFolder(folder), covers));
  }

  it('matches what the definition of its wildcards says', () => {
    const segment = fc.oneof(
      fc.constant('**'),
      fc
        .array(fc.constantFrom('a', 'b', '.', '*', '?', '-'), { minLength: 1, maxLength: 4 })
        .map((all) => all.join('')),
    );
    const glob = fc.array(segment, { minLength: 1, maxLength: 5 }).map((all) => all.join('/'));
    const name = fc
      .array(fc.constantFrom('a', 'b', '.', '-'), { minLength: 1, maxLength: 4 })
      .map((all) => all.join(''));
    const path = fc
      .array(
        name.filter((text) => text !== '.' && text !== '..'),
        { minLength: 1, maxLength: 5 },
      )
      .map((all) => all.join('/'));
    let hits = 0;
    fc.assert(
      fc.property(glob, path, (source, at) => {
        const result = compileGlob(source);
        fc.pre(!isGlobError(result));
        const expected = matchesByDefinition(source, at);
        if (expected) hits++;
        assert.equal(result.matches(at), expected);
        const [pattern] = result.alternatives;
        if (expected) assertCertain(pattern!, at);
      }),
      { numRuns: 3000 },
    );
    assert.ok(hits > 100, `only ${hits} of the cases match`);
  });

  it('covers only folders in which it matches everything', () => {
    const glob = fc.array(fc.constantFrom('**', '*', '?', 'a', 'b', 'a*'), { minLength: 1, maxLength: 4 });
    const folder = fc.array(fc.constantFrom('a', 'b', 'ab'), { minLength: 1, maxLength: 3 });
    const below = fc.array(fc.constantFrom('a', 'b', 'ab', 'c.ts'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(glob, folder, below, (segments, folders, names) => {
        const { coversFolder, matches } = compiled(segments.join('/'));
        if (coversFolder(folders.join('/'))) assert.ok(matches([...folders, ...names].join('/')));
      }),
      { numRuns: 3000 },
    );
  });

  it('never throws', () => {
    const anything = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc
        .array(fc.constantFrom(...'*?[]{}!^-,:/\\.ab(|)@+#\0\n\ud800'), { maxLength: 30 })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(anything, fc.string(), (source, path) => {
        const result = compileGlob(source);
        if (!isGlobError(result)) assert.equal(typeof result.matches(path), 'boolean');
      }),
      { numRuns: 3000 },
    );
  });

  const slow: readonly [glob: string, path: string][] = [
    ['*a*a*a*a*a*a*a*b', 'a'.repeat(4000)],
    ['**/*a*a*a*a*a*a*b', `${'a'.repeat(250)}/`.repeat(16) + 'c'],
    ['**/a/**/a/**/a/**/a/**/a/**/a/**/a/**/b', 'a/'.repeat(2000) + 'c'],
    ['*[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*[0-9]', 'a'.repeat(4000)],
    ['*?*?*?*?*?*?*?*b', 'a'.repeat(4000)],
  ];
  for (const [source, path] of slow) {
    it(`answers in time: ${source}`, () => {
      const { matches } = compiled(source);
      assert.equal(matches(path), false);
    });
  }
});

describe('splitGlobs', () => {
  const cases: readonly [value: string, parts: readonly string[]][] = [
    ['', []],
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    [' a , b c ', ['a', 'b c']],
    [',a,,b,', ['a', 'b']],
    ['*.{ts,js}, src/{a,{b,c}}/**', ['*.{ts,js}', 'src/{a,{b,c}}/**']],
    ['[,]a,b', ['[,]a', 'b']],
    ['[a,b', ['[a', 'b']],
    ['a},b', ['a}', 'b']],
    ['{a,b', ['{a,b']],
  ];
  for (const [value, sources] of cases) {
    it(JSON.stringify(value), () => {
      const parts = splitGlobs(value);
      assert.deepEqual(
        parts.map(({ source }) => source),
        sources,
      );
      for (const { source, start, end } of parts) assert.equal(value.slice(start, end), source);
    });
  }
});

function compiled(source: string): Glob {
  const result = compileGlob(source);
  assert.ok(!isGlobError(result), JSON.stringify(result));
  return result;
}

/** What an index relies on. */
function assertCertain({ prefix, segment, extension }: PathPattern, path: string): void {
  const names = path.split('/');
  assert.deepEqual(names.slice(0, prefix.length), prefix);
  if (segment !== undefined) assert.ok(names.slice(prefix.length).includes(segment));
  if (extension !== undefined) assert.equal(extensionOf(path), extension);
}

/** Exponential, and short enough to be seen to be right. */
function matchesByDefinition(glob: string, path: string): boolean {
  const patterns = glob.split('/').filter((segment) => segment !== '.');
  const names = path.split('/');
  if (patterns.length === 0) return true;
  const isFolder = glob.endsWith('/.');
  if (!isFolder && segmentsMatch(patterns, names)) return true;
  return (isFolder || !/[*?]/u.test(patterns.at(-1)!)) && segmentsMatch([...patterns, '**'], names);
}

function segmentsMatch([pattern, ...patterns]: readonly string[], names: readonly string[]): boolean {
  if (pattern === undefined) return names.length === 0;
  if (pattern === '**') {
    // At the end it stands for one name at least.
    if (patterns.every((more) => more === '**')) return names.length > 0;
    return names.some((_, skipped) => segmentsMatch(patterns, names.slice(skipped)));
  }
  return names.length > 0 && textMatches(pattern, names[0]!) && segmentsMatch(patterns, names.slice(1));
}

function textMatches(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  const [first, rest] = [pattern[0]!, pattern.slice(1)];
  if (first === '*') return textMatches(rest, text) || (text !== '' && textMatches(pattern, text.slice(1)));
  return text !== '' && (first === '?' || first === text[0]) && textMatches(rest, text.slice(1));
}
