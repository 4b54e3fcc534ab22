import assert from 'node:assert/strict';
import fc from 'fast-check';
import { safeHtml } from '../../../src/core/text/html';
import { hostilePayloads, markdownPieces } from '../hostilePayloads';
import { rootUri } from '../memoryHost';
import { htmlHoles } from './htmlHoles';

const base = { linkBase: `${rootUri}api/`, root: rootUri };
const html = (text: string) => safeHtml(text, base);
/** Where links into the workspace are whole URIs. */
const ofCard = (text: string) => safeHtml(text, { linkBase: rootUri, root: rootUri, areUris: true });

describe('safeHtml', () => {
  for (const [text, expected] of [
    ['**b** ~~d~~ `c`', '<p><strong>b</strong> <del>d</del> <code>c</code></p>'],
    ['# a\n\n## b', '<h3>a</h3>\n<h4>b</h4>'],
    ['###### a', '<h3>a</h3>'],
    ['## a\n\n#### b\n\n#### c\n\n# d', '<h3>a</h3>\n<h4>b</h4>\n<h4>c</h4>\n<h3>d</h3>'],
    ['```ts\na < b;\n```', '<pre><code class="language-ts">a &lt; b;\n</code></pre>'],
    ['3. a', '<ol start="3">\n<li>a</li>\n</ol>'],
    ['- [x] a\n- [ ] b', '<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>'],
    ['[a](https://a.example/?b=1&c=2)', '<p><a href="https://a.example/?b=1&amp;c=2">a</a></p>'],
    ['www.a.example', '<p><a href="http://www.a.example">www.a.example</a></p>'],
    [
      '[a](docs/a%20b.md#L1-L2)',
      '<p><a href="#" data-path="api/docs/a b.md" data-fragment="L1-L2">a</a></p>',
    ],
    ['[a](../README.md)', '<p><a href="#" data-path="README.md">a</a></p>'],
    ['[a](../../etc/passwd) [b](command:x) [c](mailto:a@b.example)', '<p>a b c</p>'],
    ['![a "b"](i.png)', '<p><img data-image="api/i.png" alt="a &quot;b&quot;"></p>'],
    ['![a](../../i.png) ![b](i.ts) ![c](data:image/png;base64,AA)', '<p>a b c</p>'],
    ['![a](https://a.example/i.png)', '<p><a href="https://a.example/i.png">a</a></p>'],
    ['[![a](https://a.example/i.png)](b.md)', '<p><a href="#" data-path="api/b.md">a</a></p>'],
    ['[![a](i.png)](command:x)', '<p><img data-image="api/i.png" alt="a"></p>'],
    ['<b onclick="x()">a</b>', '<p>&lt;b onclick=&quot;x()&quot;&gt;a&lt;/b&gt;</p>'],
    ['a[^1]\n\n[^1]: b c', '<p>a[^1]</p>\n<p>[^1]: b c</p>'],
  ] as const) {
    it(`makes HTML of ${text.replaceAll('\n', '⏎')}`, () => assert.equal(html(text).trim(), expected));
  }

  it('says that a long text is cut', () => {
    const made = html(`${'word '.repeat(3_000)}`);
    assert.match(made, /<p><em>This text is over 8000 characters: the rest of it is not shown\.<\/em><\/p>$/);
    assert.ok(made.length < 8_200);
  });

  it('takes whole URIs of the workspace for what they are where links are such', () => {
    assert.equal(
      ofCard(
        '[a](<file:///w/src/a%20b.ts#L2>) [b](file:///w/../etc/passwd) [c](file:///etc/passwd) [d](javascript:f())',
      ),
      '<p><a href="#" data-path="src/a b.ts" data-fragment="L2">a</a> b c d</p>',
    );
    assert.equal(html('[a](file:///w/src/a.ts)'), '<p>a</p>');
  });

  for (const { name, text } of hostilePayloads) {
    it(`is harmless for ${name}`, () => {
      assert.deepEqual(htmlHoles(html(text), rootUri), []);
      assert.deepEqual(htmlHoles(ofCard(text), rootUri), []);
    });
  }

  it('is harmless for any pieces of Markdown', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...markdownPieces), { maxLength: 14 }), (pieces) => {
        assert.deepEqual(htmlHoles(html(pieces.join('')), rootUri), []);
        assert.deepEqual(htmlHoles(ofCard(pieces.join('')), rootUri), []);
      }),
    ));
});
