import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createGlobIndex } from '../../../src/core/match/globIndex';
import { compileGlob, type Glob, isGlobError } from '../../../src/core/text/globs';

describe('createGlobIndex', () => {
  it('finds what admits a path, in the order of the items', () => {
    const index = indexOf([
      '**',
      'src',
      'src/a.ts',
      '**/*.ts',
      'test/**',
      '*.ts',
      '**/a.ts',
      'src/*.js',
      '**/src/**',
    ]);
    assert.deepEqual(index.lookup('src/a.ts'), ['**', 'src', 'src/a.ts', '**/*.ts', '**/a.ts', '**/src/**']);
    assert.deepEqual(index.lookup('a.ts'), ['**', '**/*.ts', '*.ts', '**/a.ts']);
    assert.deepEqual(index.lookup('src'), ['**', 'src']);
    assert.deepEqual(index.lookup('x/src/y'), ['**', '**/src/**']);
    assert.deepEqual(index.lookup('.ts'), ['**', '**/*.ts', '*.ts']);
  });

  it('names an item once, however many of its globs match', () => {
    const globs = [glob('src/**'), glob('**/*.ts'), glob('{src,lib}/*')];
    assert.deepEqual(createGlobIndex([{ globs, value: 'a' }]).lookup('src/a.ts'), ['a']);
  });

  it('has an item without globs everywhere, in its place', () => {
    const index = createGlobIndex([
      { globs: [glob('src')], value: 1 },
      { globs: [], value: 2 },
      { globs: [glob('**/a')], value: 3 },
    ]);
    assert.deepEqual(index.lookup('src/a'), [1, 2, 3]);
    assert.deepEqual(index.lookup('b'), [2]);
    assert.deepEqual([index.lookupLast('src/a'), index.lookupLast('b')], [3, 2]);
  });

  it('is not confused by names of built-in properties', () => {
    const index = indexOf(['__proto__/*', 'constructor', '**/toString']);
    assert.deepEqual(index.lookup('__proto__/toString'), ['__proto__/*', '**/toString']);
    assert.deepEqual(index.lookup('constructor/a'), ['constructor']);
    assert.deepEqual(index.lookup('hasOwnProperty'), []);
  });

  it('finds what asking every glob finds', () => {
    const segment = fc.constantFrom('a', 'b', '*', '**', '*.ts', '?', 'a.ts', '[ab]', '{a,b}', '{a,*.ts}');
    const globs = fc.array(segment, { minLength: 1, maxLength: 4 }).map((all) => glob(all.join('/')));
    const items = fc.array(fc.array(globs, { maxLength: 3 }), { maxLength: 12 });
    const name = fc.constantFrom('a', 'b', 'c', 'a.ts', '.ts', 'b.js');
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((all) => all.join('/'));
    fc.assert(
      fc.property(items, path, (all, at) => {
        const index = createGlobIndex(all.map((itemGlobs, value) => ({ globs: itemGlobs, value })));
        const expected = [...all.keys()].filter(
          (item) => all[item]!.length === 0 || all[item]!.some(({ matches }) => matches(at)),
        );
        assert.deepEqual(index.lookup(at), expected);
        assert.equal(index.lookupLast(at), expected.at(-1));
      }),
      { numRuns: 2000 },
    );
  });

  it('asks only the globs that can admit the path', () => {
    let asked = 0;
    const counted = (source: string) => {
      const { alternatives } = glob(source);
      return {
        alternatives: alternatives.map((pattern) => ({
          ...pattern,
          matches(path: string) {
            asked++;
            return pattern.matches(path);
          },
        })),
      };
    };
    const sources = Array.from({ length: 2500 }, (_, n) => [
      `packages/p${n}/**/*.ts`,
      `**/name${n}.ts`,
      `{src,lib}/m${n}/*.js`,
      `**/*.x${n}`,
    ]).flat();
    const index = createGlobIndex(sources.map((source) => ({ globs: [counted(source)], value: source })));
    assert.deepEqual(index.lookup('packages/p7/src/name9.ts'), ['packages/p7/**/*.ts', '**/name9.ts']);
    assert.deepEqual(index.lookup('lib/m3/a.js'), ['{src,lib}/m3/*.js']);
    assert.deepEqual(index.lookup('other/file.txt'), []);
    assert.equal(asked, 3);
    assert.equal(index.lookupLast('packages/p7/src/name9.ts'), '**/name9.ts');
    assert.equal(asked, 4);
  });
});

function indexOf(sources: readonly string[]) {
  return createGlobIndex(sources.map((source) => ({ globs: [glob(source)], value: source })));
}

function glob(source: string): Glob {
  const result = compileGlob(source);
  assert.ok(!isGlobError(result));
  return result;
}
