import assert from 'node:assert/strict';
import fc from 'fast-check';
import ignore from 'ignore';
import { parseGitignore } from '../../../src/core/guidance/gitignore';

describe('parseGitignore', () => {
  const facts: readonly [text: string, ignored: readonly string[], others: readonly string[]][] = [
    ['a', ['a', 'b/a', 'a/'], ['ab', 'a/b', 'A']],
    ['/a', ['a', 'a/'], ['b/a']],
    ['a/', ['a/', 'b/a/'], ['a', 'b/a']],
    ['a/b', ['a/b'], ['c/a/b', 'a/b/c']],
    ['a/b/', ['a/b/'], ['a/b', 'c/a/b/']],
    ['*.log', ['x.log', '.log', 'a/x.log'], ['x.logs']],
    ['a/*', ['a/b', 'a/b/'], ['a', 'a/b/c']],
    ['**/a', ['a', 'b/a', 'c/b/a'], ['a/b']],
    ['**/a/b', ['a/b', 'c/a/b'], ['a/c/b']],
    ['a/**', ['a/b', 'a/b/c', 'a/b/'], ['a', 'a/', 'b/a/c']],
    ['a/**/b', ['a/b', 'a/c/b', 'a/c/d/b'], ['b', 'a/b/c']],
    ['a/***/b', ['a/b', 'a/c/d/b'], ['b']],
    ['a**b', ['ab', 'axb', 'c/ab'], ['a/b']],
    ['a?c', ['abc'], ['ac', 'a/c', 'abbc']],
    ['[ab].o', ['a.o', 'b.o'], ['c.o']],
    ['[!ab].o', ['c.o'], ['a.o']],
    ['[a-c]x', ['bx'], ['dx']],
    ['# a', [], ['a', '# a']],
    ['\\#a', ['#a'], ['a']],
    ['\\!a', ['!a'], ['a']],
    ['a\\*', ['a*'], ['ab']],
    ['a b', ['a b'], ['a']],
    ['a  ', ['a'], ['a  ']],
    ['a\\ ', ['a '], ['a']],
    ['a\\', [], ['a', 'a\\']],
    ['a{b,c}', ['a{b,c}'], ['ab']],
    ['+(a)', ['+(a)'], ['a']],
    ['', [], ['a']],
    ['/', [], ['a']],
    ['./a', [], ['a']],
    ['*\n!a', ['b'], ['a', 'c/a']],
    ['a\n!a\na', ['a'], []],
    ['*\n!*/', ['b'], ['b/']],
    ['*.a\n\n# no\n*.b', ['x.a', 'x.b'], ['x.c']],
    ['a\r\nb\r\n', ['a', 'b'], ['a\r']],
    ['\uFEFFa', ['a'], []],
    [`${'a'.repeat(1025)}\nb`, ['b'], ['a'.repeat(1025)]],
  ];
  for (const [text, ignored, others] of facts) {
    it(JSON.stringify(text).slice(0, 40), () => {
      const rules = parseGitignore(text);
      const isIgnored = (path: string) => verdictOf(rules, path) === 'ignored';
      assert.deepEqual([...ignored, ...others].filter(isIgnored), ignored);
    });
  }

  it('tells what is kept from what it says nothing of', () => {
    const rules = parseGitignore('*.log\n!keep.log');
    assert.equal(rules.verdict('a.log', 'file'), 'ignored');
    assert.equal(rules.verdict('keep.log', 'file'), 'kept');
    assert.equal(rules.verdict('a.txt', 'file'), undefined);
  });

  it('agrees with another reader of the format about names in the folder itself', () => {
    const line = fc.array(fc.constantFrom('a', 'b', '*', '?', '/', '!', '[ab]', '[!a]', '\\*', '.'), {
      minLength: 1,
      maxLength: 4,
    });
    const text = fc
      .array(
        line.map((all) => all.join('')),
        { minLength: 1, maxLength: 4 },
      )
      .map((all) => all.join('\n'));
    const name = fc
      .array(fc.constantFrom('a', 'b', '.', '*'), { minLength: 1, maxLength: 4 })
      .map((all) => all.join(''));
    let hits = 0;
    fc.assert(
      fc.property(text, name, fc.boolean(), (lines, path, isFolder) => {
        fc.pre(path !== '.' && path !== '..');
        const other = ignore({ ignorecase: false })
          .add(lines)
          .test(isFolder ? `${path}/` : path);
        const expected = other.ignored ? 'ignored' : other.unignored ? 'kept' : undefined;
        if (expected !== undefined) hits++;
        assert.equal(parseGitignore(lines).verdict(path, isFolder ? 'directory' : 'file'), expected);
      }),
      { numRuns: 3000 },
    );
    assert.ok(hits > 300, `only ${hits} of the cases match`);
  });

  it('answers in time whatever a line holds', () => {
    const rules = parseGitignore(`${'a/**/'.repeat(100)}b\n${'*a'.repeat(200)}b\n${'**/*a'.repeat(100)}b`);
    assert.equal(rules.verdict(`${'a/'.repeat(500)}c`, 'file'), undefined);
    assert.equal(rules.verdict('a'.repeat(4000), 'file'), undefined);
  });
});

function verdictOf(rules: ReturnType<typeof parseGitignore>, path: string) {
  return path.endsWith('/') ? rules.verdict(path.slice(0, -1), 'directory') : rules.verdict(path, 'file');
}
