import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expandBraces } from '../../../src/core/text/braces';

describe('expandBraces', () => {
  const cases: readonly [source: string, texts: readonly string[] | string][] = [
    ['', ['']],
    ['a', ['a']],
    ['a{b,c}d', ['abd', 'acd']],
    ['{a,b}{c,d}', ['ac', 'ad', 'bc', 'bd']],
    ['a{b,c{d,e}f}g', ['abg', 'acdfg', 'acefg']],
    ['a{,b}', ['a', 'ab']],
    ['{a,}', ['a', '']],
    // Without a comma, braces are text.
    ['{a}', ['{a}']],
    ['{}', ['{}']],
    ['{{a,b}}', ['{a}', '{b}']],
    ['{1..3}', ['{1..3}']],
    ['{{name}}/{x,y}', ['{{name}}/x', '{{name}}/y']],
    // Classes are text.
    ['[{,}]', ['[{,}]']],
    ['{[,],b}', ['[,]', 'b']],
    ['[]}]{a,b}', ['[]}]a', '[]}]b']],
    ['[!}]', ['[!}]']],
    ['[{a,b}', ['[a', '[b']],
    ['[/{a,b}/]', ['[/a/]', '[/b/]']],
    ['{a', 'unbalanced'],
    ['a}', 'unbalanced'],
    ['{a,{b}', 'unbalanced'],
    ['{a,b}}', 'unbalanced'],
    ['{a,b}{a,b}{a,b}', ['aaa', 'aab', 'aba', 'abb', 'baa', 'bab', 'bba', 'bbb']],
    ['{a,b}{a,b}{a,b}{a,b}', 'tooMany'],
    ['{1,2,3,4,5,6,7,8,9}', 'tooMany'],
  ];
  for (const [source, texts] of cases) {
    it(`${source} -> ${String(texts)}`, () => assert.deepEqual(expandBraces(source, 8), texts));
  }

  it('stops at once where the alternatives multiply', () => {
    assert.equal(expandBraces('{a,b}'.repeat(50), 256), 'tooMany');
    assert.equal(expandBraces('{a,{b,{c,{d,{e,'.repeat(15) + '}'.repeat(74), 256), 'unbalanced');
  });

  it('keeps every text that a tree of alternatives stands for', () => {
    const { tree } = fc.letrec<{ tree: Written }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('a', 'b', '/', '*').map((text) => ({ source: text, texts: [text] })),
        fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map((alternatives) => ({
          source: `{${alternatives.map(({ source }) => source).join(',')}}`,
          texts: alternatives.flatMap(({ texts }) => texts),
        })),
        fc.tuple(tie('tree'), tie('tree')).map(([head, tail]) => ({
          source: head.source + tail.source,
          texts: head.texts.flatMap((text) => tail.texts.map((more) => text + more)),
        })),
      ),
    }));
    fc.assert(
      fc.property(tree, ({ source, texts }) => {
        assert.deepEqual(expandBraces(source, 10_000), texts);
      }),
    );
  });
});

interface Written {
  readonly source: string;
  readonly texts: readonly string[];
}
