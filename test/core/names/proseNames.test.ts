import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { proseNames } from '../../../src/core/names/proseNames';

const check = (text: string, symbols: readonly string[], paths: readonly string[] = []) =>
  assert.deepEqual(proseNames(text), { symbols, paths });

describe('the names in a text', () => {
  it('are identifiers that somebody made up', () => {
    check('Use `FooBar`, not `fooBar` or `foo_bar`; `MAX_SIZE`, `__init__`, `HTTPServer`, `$state`.', [
      'FooBar',
      'fooBar',
      'foo_bar',
      'MAX_SIZE',
      '__init__',
      'HTTPServer',
      '$state',
    ]);
  });

  it('are no words, commands, options and values', () => {
    check(
      '`main`, `Agent`, `GET`, `npm test`, `--dry-run`, `-v`, `true`, `42`, `v1`, `utf8`, `"a"`, `=`',
      [],
    );
    check('`import x from y`, `new Date()`, `kebab-case`, `#channel`, `@scope`, `$`, `_`, `a b_c`', []);
  });

  it('lose what stands around them', () => {
    check('`foo()`, `getAll(a, b)`, `Map<string, number>`, `@cachedProperty`, `.addTo()`, `itemsOf<T>(x);`', [
      'foo',
      'getAll',
      'cachedProperty',
      'addTo',
      'itemsOf',
    ]);
  });

  it('are dotted names in any notation', () => {
    const symbols = ['Date.now', 'std.vector', 'a.b', 'x.y.z', 'App.Models'];
    check('`Date.now()`, `std::vector`, `a->b`, `x?.y.z`, `App\\Models`', symbols);
  });

  it('are both where a name may be that of a file', () => {
    check(
      '`Date.now`, `.env`, `package.json`',
      ['Date.now', 'package.json'],
      ['Date.now', '.env', 'package.json'],
    );
  });

  it('are paths, files and globs', () => {
    check(
      '`src/x.ts`, `./packages/api/`, `src/a.ts:12`, `src/b.ts#L3-L4`, `**/*.test.ts`, `docs/{a,b}.md`',
      [],
      ['src/x.ts', 'packages/api/', 'src/a.ts', 'src/b.ts', '**/*.test.ts', 'docs/{a,b}.md'],
    );
  });

  it('are no addresses, and no paths from elsewhere', () => {
    check('`https://a.example/b`, `/etc/hosts`, `~/x.ts`, `../x.ts`, `a/<name>.ts`, `@scope/name`', []);
  });

  it('stand between backticks, outside of fenced code and comments', () => {
    check('fooBar\n\n```ts\nconst a = `fooBar`;\n```\n\n<!-- `fooBar` -->\n\n``quote`Bar``', []);
    check('- a\n\n  ```\n- `fooBar`', ['fooBar']);
    check('- a\n\n ```\n- `fooBar`', []);
    check('A `` fooBar `` and\na `barFoo`\n- `oneMore', ['fooBar', 'barFoo']);
    check('| `oneCell` | `twoCells` |\n> `inQuote`', ['oneCell', 'twoCells', 'inQuote']);
  });

  it('are told once', () => check('`fooBar`, `fooBar()`, `src/x`, `src/x:3`', ['fooBar'], ['src/x']));

  it('are those of what Markdown takes for code in a line', () => {
    const word = fc.constantFrom('fooBar', 'foo_bar', 'src/x.ts', 'word', 'two words', 'a<T>', '');
    const piece = fc.oneof(
      word,
      fc.tuple(fc.constantFrom('`', '``', '```'), word).map(([tick, inner]) => `${tick}${inner}${tick}`),
      fc.constantFrom('`', '``', ' ', ' ', ', ', '\n', '\n\n', '\n- a ', '\n## a ', '\n1. a '),
    );
    const text = fc.array(piece, { maxLength: 24 }).map((pieces) => `Text ${pieces.join('')}`);
    fc.assert(
      fc.property(text, (written) => {
        const ticks = '`'.repeat(99);
        const spans = codeIn(fromMarkdown(written)).map(
          (code) => `A ${ticks} ${code.replaceAll('\n', ' ')} ${ticks}`,
        );
        const found = proseNames(written);
        const expected = proseNames(spans.join('\n\n'));
        assert.deepEqual(found, expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('take a time that grows with the text only', () => {
    for (const text of [
      '`'.repeat(400_000),
      '` `` '.repeat(80_000),
      '`a('.repeat(130_000),
      '`a.'.repeat(130_000),
    ]) {
      const begun = performance.now();
      proseNames(text);
      assert.ok(performance.now() - begun < 2_000);
    }
  });
});

function codeIn(node: Nodes): readonly string[] {
  if (node.type === 'inlineCode') return [node.value];
  return 'children' in node ? node.children.flatMap((child) => codeIn(child as Nodes)) : [];
}
