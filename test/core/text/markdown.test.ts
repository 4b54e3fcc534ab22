import assert from 'node:assert/strict';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { resolveLink } from '../../../src/core/text/links';
import {
  cleanLine,
  escapeInline,
  escapeLine,
  safeMarkdown,
  unescapeInline,
} from '../../../src/core/text/markdown';
import { markdownPieces } from '../hostilePayloads';
import { markdownHoles } from '../markdownHoles';
import { rootUri } from '../memoryHost';

const safe = (text: string) =>
  safeMarkdown(text, { resolveLink: (target) => resolveLink(target, { linkBase: rootUri, root: rootUri }) });

/** As a renderer with GitHub's extensions shows it. */
const rendered = (markdown: string) =>
  micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousProtocol: true,
  });

describe('safeMarkdown', () => {
  const link = (target: string, label = target) => `<a href="${target}">${label}</a>`;
  for (const [text, html] of [
    ['see https://a.example/x?y=z#w, then', `<p>see ${link('https://a.example/x?y=z#w')}, then</p>`],
    ['(https://a.example/x)', `<p>(${link('https://a.example/x')})</p>`],
    ['<https://a.example/x>', `<p>${link('https://a.example/x')}</p>`],
    ['[https://a.example/x](https://a.example/x)', `<p>${link('https://a.example/x')}</p>`],
    ['[a](https://a.example/b:/c_(d))', `<p>${link('https://a.example/b:/c_(d)', 'a')}</p>`],
    ['[a `b` *c*](https://a.example)', `<p>${link('https://a.example', 'a <code>b</code> <em>c</em>')}</p>`],
    ['[a](mailto:me@a.example)', `<p>${link('mailto:me@a.example', 'a')}</p>`],
    ['[a](docs/a b.md)', '<p>[a](docs/a b.md)</p>'],
    ['[a](<docs/a b.md#L1>)', `<p>${link('file:///w/docs/a%20b.md#L1', 'a')}</p>`],
    ['[a][r]\n\n[r]: /docs/a.md', `<p>${link('file:///w/docs/a.md', 'a')}</p>`],
    ['**b** _e_ `c`', '<p><strong>b</strong> <em>e</em> <code>c</code></p>'],
    ['2 * 3 * 4 and a_b_c, $5 or ~5', '<p>2 * 3 * 4 and a_b_c, $5 or ~5</p>'],
    ['a < b && c > d | e', '<p>a &lt; b &amp;&amp; c &gt; d | e</p>'],
    ['Array<string> is no element', '<p>Array&lt;string&gt; is no element</p>'],
    ['me@a.example', '<p>me@a.example</p>'],
    ['`a | b` and `x\ny`', '<p><code>a | b</code> and <code>x y</code></p>'],
    ['- a\n- b\n  - c', '<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>'],
    ['3. a\n4. b', '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'],
    ['> a\n> b', '<blockquote>\n<p>a\nb</p>\n</blockquote>'],
    ['```ts\na < b;\n```', '<pre><code class="language-ts">a &lt; b;\n</code></pre>'],
    ['# a', '<h4>a</h4>'],
    ['a  \nb', '<p>a<br />\nb</p>'],
  ] as const) {
    it(`keeps ${text.replaceAll('\n', '⏎')}`, () => assert.equal(rendered(safe(text)).trim(), html));
  }

  it('is harmless for any pieces of Markdown', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...markdownPieces), { maxLength: 14 }), (pieces) => {
        assert.deepEqual(markdownHoles(safe(pieces.join('')), rootUri), []);
      }),
      { numRuns: 1_000 },
    ));
});

describe('escapeInline', () => {
  it('renders as exactly the text', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...markdownPieces), { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const shown = rendered(`**${escapeInline(`x${text}x`)}**`).replace(
          /^<p><strong>|<\/strong><\/p>$/g,
          '',
        );
        assert.equal(shown, textAsHtml(`x${text}x`));
      }),
      { numRuns: 1_000 },
    ));
});

describe('unescapeInline', () => {
  it('gives the text back that a line was made of', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...markdownPieces), fc.string())), (pieces) => {
        const text = pieces.join('');
        assert.equal(unescapeInline(escapeLine(text)), cleanLine(text));
      }),
      { numRuns: 1_000 },
    ));

  it('leaves a line alone that people wrote without escapes', () =>
    assert.equal(unescapeInline('C:\\new (a*b) <c>'), 'C:\\new (a*b) <c>'));
});

function textAsHtml(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(
      /[&<>"]/g,
      (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!,
    );
}
