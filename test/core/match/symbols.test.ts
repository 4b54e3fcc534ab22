import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileSymbols } from '../../../src/core/match/symbols';
import { scanRegions } from '../../../src/core/comments/scanRegions';

interface Case {
  readonly patterns: readonly string[];
  readonly text: string;
  readonly languageId?: string;
}

/** What is found, as `PATTERN: TEXT AT THE PLACE`. */
function found({ patterns, text, languageId = 'typescript' }: Case): readonly string[] {
  return compileSymbols(patterns)
    .find(text, scanRegions(text, languageId))
    .map(({ pattern, start, end }) => `${patterns[pattern]}: ${text.slice(start, end)}`);
}

describe('compileSymbols', () => {
  const check = (pattern: string, text: string, expected: readonly string[], languageId = 'typescript') => {
    it(`${pattern} in ${text.replaceAll('\n', '⏎')}`, () => {
      const places = found({ patterns: [pattern], text, languageId });
      assert.deepEqual(
        places,
        expected.map((place) => `${pattern}: ${place}`),
      );
    });
  };

  describe('finds whole identifiers', () => {
    check('eval', 'eval(x); evaluate(); medieval; eval', ['eval', 'eval']);
    check('User', 'class User { user: User }', ['User', 'User']);
    check('now', 'Date.now(); now', ['now', 'now']);
    check('$', '$(x); $a; a$; _$', ['$']);
    check('$', '`${a} ${$.b} $`', ['$']);
    check('_', 'map((_, a) => _a)', ['_']);
    check('größe', 'const größe = größer + Größe', ['größe']);
    check('𝒳', 'let 𝒳 = 𝒳y', ['𝒳']);
    check('名前', '名前 = 名前空間', ['名前']);
    check('x1f', '0x1f + x1f', ['x1f']);
    check('n', '10n + n', ['n']);
    check('Injectable', '@Injectable() class A { #Injectable }', ['Injectable', 'Injectable']);
    check('@Injectable', '@Injectable() class A {}', ['Injectable']);
    check('eval', `// eval\n/* eval */ "eval"; 'eval'`, []);
    check('eval', 'eval"eval"eval', ['eval', 'eval']);
  });

  describe('finds dotted names', () => {
    check('Date.now', 'Date.now(); globalThis.Date.now(); Date.nowhere; MyDate.now', [
      'Date.now',
      'Date.now',
    ]);
    check('Date.now', 'Date?.now()', ['Date?.now']);
    check('Date.now', 'Date!.now() + Date!!.now()', ['Date!.now', 'Date!!.now']);
    check('a.b', 'a\n  .b()\n  .c()', ['a\n  .b']);
    check('a.b', 'a.\n  b()', ['a.\n  b']);
    check('a.b', 'a // why\n  .b(); a /* why */ . /* not */ b', [
      'a // why\n  .b',
      'a /* why */ . /* not */ b',
    ]);
    check('a.b', 'a "text" .b; a. "b"', []);
    check('a.b', 'a; .b; a..b; a b; a ? .b : c; a, b', []);
    check('a.b', 'a().b; a[0].b; (a).b', []);
    check('b.c', 'a().b.c; a[0].b.c', ['b.c', 'b.c']);
    check('a.b.c', 'x.a.b.c.d; a.b; b.c', ['a.b.c']);
    check('a.a', 'a.a; x.a.a', ['a.a', 'a.a']);
    check('a.b', '...a.b', ['a.b']);
    check('Mutex.lock', 'std::sync::Mutex::lock(); Mutex :: lock', ['Mutex::lock'], 'rust');
    check('std::env::var', 'std::env::var("X"); std.env.var', ['std::env::var', 'std.env.var'], 'cpp');
    check('$this.db', '$this->db->query(); $x -> $this', ['$this->db'], 'php');
    check('$this->db', '$this\n  ->db->query()', ['$this\n  ->db'], 'php');
    check('App\\User', 'new \\App\\User(); App', ['App\\User'], 'php');
    check('x.y', '(x) -> y; x -> y; x --y; x - > y', []);
  });

  describe('lets a star stand for anything', () => {
    check('*Service', 'class UserService extends Service implements Services {}', ['UserService', 'Service']);
    check('*Service', 'this.userService.load()', ['this.userService']);
    check('*Service', 'const service = userServices', []);
    check('*Service', 'app.UserService.load()', ['app.UserService']);
    check('console.*', 'console.log(a); console; window.console.error.bind(b); myconsole.log', [
      'console.log',
      'console.error.bind',
    ]);
    check('get*', 'getUser(); target.get; forget', ['getUser', 'get']);
    check('*', 'a.b + c', ['a.b', 'c']);
    check('a*c', 'a.b.c.d.c.e; abc; x.ac; a.b', ['a.b.c.d.c', 'abc', 'ac']);
    check('*.now', 'Date.now(); now(); a.b\n.now.c', ['Date.now', 'a.b\n.now']);
    check('*foo', 'foobar; foofoo; foobarfoo.x', ['foofoo', 'foobarfoo']);
    check('a*a', 'a; aa; a.a', ['aa', 'a.a']);
    check('fs.*Sync', 'fs.readFileSync(); fs.readFile(); node.fs.statSync.call()', [
      'fs.readFileSync',
      'fs.statSync',
    ]);
  });

  it('gives every pattern at a place, by start and then by pattern', () => {
    assert.deepEqual(found({ patterns: ['b', 'a.*', 'a.b', 'a', 'a'], text: 'a.b; b' }), [
      'a.*: a.b',
      'a.b: a.b',
      'a: a',
      'a: a',
      'b: b',
      'b: b',
    ]);
  });

  it('finds nothing for patterns that are no names', () => {
    assert.deepEqual(
      found({ patterns: ['', '.', 'a b', '1', 'a..b', 'a.'.repeat(17) + 'a'], text: 'a b 1 a.b a..b ' }),
      [],
    );
  });

  const names = fc.constantFrom('a', 'b', 'ab', 'ba');
  const chain = fc.array(names, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('.'));

  it('finds exact names where a search for each of them finds them', () => {
    fc.assert(
      fc.property(
        fc.array(chain, { minLength: 1, maxLength: 4 }),
        fc.array(chain, { maxLength: 5 }),
        (patterns, chains) => {
          const text = chains.join('; ');
          const expected = patterns.flatMap((name, pattern) =>
            [...text.matchAll(new RegExp(`\\b(?=${name.replaceAll('.', '\\.')}\\b)`, 'g'))].map(
              ({ index }) => ({
                pattern,
                start: index,
                end: index + name.length,
              }),
            ),
          );
          expected.sort((a, b) => a.start - b.start || a.pattern - b.pattern);
          assert.deepEqual(compileSymbols(patterns).find(text, []), expected);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('finds the leftmost and longest run of names that a star matches', () => {
    const pattern = fc
      .string({ unit: fc.constantFrom('a', 'b', '.', '*'), minLength: 1, maxLength: 6 })
      .map((text) => text.replace(/^[.]+/, ''))
      .filter((text) => text.includes('*'));
    fc.assert(
      fc.property(pattern, chain, (wildcard, text) => {
        const matches = new RegExp(`^${wildcard.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
        const starts = [0, ...[...text.matchAll(/\./g)].map(({ index }) => index + 1)];
        const ends = [...[...text.matchAll(/\./g)].map(({ index }) => index), text.length].reverse();
        const runs = starts.flatMap((start) =>
          ends
            .filter((end) => end > start && matches.test(text.slice(start, end)))
            .map((end) => ({ pattern: 0, start, end })),
        );
        assert.deepEqual(compileSymbols([wildcard]).find(text, []), runs.slice(0, 1));
      }),
      { numRuns: 5000 },
    );
  });

  it('takes time in proportion to the text', () => {
    const symbols = compileSymbols(['a.a.a.a.a.a.b', 'a*a*b*', '*a.b', 'a']);
    for (const fragment of ['a.', 'a', 'a ', 'a\n', 'a?.', 'a->', '1', 'a/**/', '!', 'é', ' ', '::']) {
      const text = 'a' + fragment.repeat(Math.ceil(500_000 / fragment.length));
      const regions = scanRegions(text, 'typescript');
      assert.ok(isSorted(symbols.find(text, regions)), JSON.stringify(fragment));
    }
  });

  it('looks for 1,000 names in 10,000 lines in one pass', () => {
    const line = 'const value17 = await this.client.load(Date.now(), { retries: 3 }); // why\n';
    const text = line.repeat(10_000);
    const regions = scanRegions(text, 'typescript');
    const patterns = ['Date.now', ...Array.from({ length: 999 }, (_, index) => `client.load.name${index}`)];
    const many = compileSymbols(patterns);
    assert.equal(many.find(text, regions).length, 10_000);
  });
});

function isSorted(matches: readonly { readonly start: number }[]): boolean {
  return matches.every(({ start }, index) => index === 0 || matches[index - 1]!.start <= start);
}
