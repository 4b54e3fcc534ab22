import assert from 'node:assert/strict';
import { entryHtml } from '../../../src/client/capture/entryHtml';

describe('the page of an entry', () => {
  it('holds the card, and beside it what is to be said', () => {
    assert.equal(
      entryHtml({
        title: 'A',
        html: '<p>Why.</p>\n<pre><code>f()</code></pre>',
        note: 'It is <done>.',
        stale: 'Line 2 & on.',
      }),
      `<h1 class="small">As it looks on code</h1>
<p class="warning">Line 2 &amp; on.</p>
<p class="note">It is &lt;done&gt;.</p>
<article aria-label="Card"><p>Why.</p>
<pre tabindex="0"><code>f()</code></pre></article>`,
    );
  });

  it('says no more than why there is no card yet', () => {
    assert.equal(
      entryHtml({ title: '', html: '', stale: 'The cursor is in no entry.' }),
      '<h1 class="small">As it looks on code</h1>\n<p class="warning">The cursor is in no entry.</p>',
    );
  });
});
