import assert from 'node:assert/strict';
import { parsePattern } from '../../../src/core/text/parsePattern';
import { requiredLiterals } from '../../../src/core/text/requiredLiterals';

describe('requiredLiterals', () => {
  /** Literals in any case are in slashes; the numbers are the runs that reach earlier and later lines. */
  const check = (source: string, expected: string) => {
    it(`${source} needs ${expected}`, () => {
      const syntax = parsePattern(source);
      assert.ok(!('message' in syntax));
      const { literals, before, after } = requiredLiterals(syntax);
      const texts = literals.map(({ text, ignoreCase }) => (ignoreCase ? `/${text}/` : text));
      assert.equal([...texts, `${before.runs}`, `${after.runs}`].join(' '), expected);
    });
  };

  check('foo', 'foo 0 0');
  check('foo.*barely', 'barely 0 0');
  check('foo.*bar', 'foo 0 0');
  check('fo+bar', 'bar 0 0');
  check('(fo)+x', 'fo 0 0');
  check('(foo)?bar?', 'ba 0 0');
  check('(foo)*', '0 0');
  check('(foo){0,3}', '0 0');
  check('(foo){2,3}', 'foo 0 0');
  check('(fo)(?:ob)ar', 'foobar 0 0');
  check('foo\\bbar$', 'foobar 0 0');
  check('TODO|FIXME', 'TODO FIXME 0 0');
  check('(TODO|FIXME)\\(', 'TODO( FIXME( 0 0');
  check('(a|bc)def', 'adef bcdef 0 0');
  check('(foo|bar)baz', 'foobaz barbaz 0 0');
  check('foo|', '0 0');
  check('foo|\\d', '0 0');
  check('foo|foo', 'foo 0 0');
  check('(?i)Foo Bar', '/foo bar/ 0 0');
  check('(?i:Foo)Bar', '/fooBar/ 0 0');
  check('foo(?i)b(?-i)a', '/fooba/ 0 0');
  check('(?i)123', '123 0 0');
  check('(?i)straße', '/stra/ 0 0');
  check('straße 😀', 'straße 😀 0 0');
  check('[Tt]odo[.]x', '/todo.x/ 0 0');
  check('[Tt]+', '/t/ 0 0');
  check('[Ts]x', 'Tx sx 0 0');
  check('[a-e]x', 'x 0 0');
  check('(|a)foo', 'foo afoo 0 0');
  check('(a|b)?foo', 'foo 0 0');
  check('(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)long', 'along blong 0 0');
  check('[ab]c', 'ac bc 0 0');
  check('a\\.b\\x63\\Q.*\\E', 'a.bc.* 0 0');
  check('foo\\nx', 'foo 0 1');
  check('x\\nfoo', 'foo 1 0');
  check('catch \\(\\w+\\) \\{\\s*throw', 'catch ( 0 1');
  check('\\s*\\n\\s*foo[^)]*\\)', 'foo 3 1');
  check('(?s)foo.*x.*', 'foo 0 2');
  check('(foo\\s)+', 'foo Infinity Infinity');
  check('(foo\\s){2,3}', 'foo 3 3');
  check('(foo\\s)', 'foo 0 1');
  check('(a\\nfoo|\\s\\s\\sfoo)\\n', 'foo 4 1');
  check('\\w+', '0 0');
  check('', '0 0');

  it('gives up on very many alternatives', () => {
    const syntax = parsePattern(Array.from({ length: 33 }, (_, index) => `name${index}x`).join('|'));
    assert.ok(!('message' in syntax));
    assert.deepEqual(requiredLiterals(syntax).literals, []);
  });
});
