import assert from 'node:assert/strict';
import { type PageModel, pageHtml } from '../../../src/client/walkthrough/pageHtml';
import { pageShell } from '../../../src/client/walkthrough/pageShell';
import { playedStep, walkthroughOf } from './played';

const command = { kind: 'command', command: 'npm test' } as const;
const question = {
  kind: 'question',
  ask: 'When is money settled?',
  options: ['At once', 'At <midnight>'],
  answer: 1,
  because: 'The day is closed then.',
} as const;
const mark = { state: 'done', at: '2026-11-22T10:00:00.000Z', fingerprint: 'a' } as const;

function draw(steps: Parameters<typeof walkthroughOf>[0], more: Partial<PageModel> = {}): string {
  return pageHtml({
    walkthrough: walkthroughOf(steps),
    marks: {},
    current: 0,
    trusted: true,
    unwatched: undefined,
    wrong: [],
    fault: undefined,
    imageSource: (path) => `webview:${path}`,
    ...more,
  });
}

describe('the page of a walkthrough', () => {
  it('lists the steps with their state in words, and says which is shown', () => {
    const html = draw([playedStep('a'), playedStep('b'), playedStep('c')], {
      marks: { a: mark, b: { ...mark, fingerprint: 'old' } },
      current: 1,
    });
    assert.match(html, /1 of 3 steps done/);
    assert.match(html, /data-step="b" id="go-1" aria-current="step"/);
    assert.equal(html.match(/aria-current/g)?.length, 1);
    assert.match(html, /<span class="state">done, its text is new<\/span>/);
  });

  it('escapes whatever a repository wrote', () => {
    const evil = '"><script>alert(1)</script>';
    const html = draw([
      playedStep(evil, {
        title: evil,
        ask: evil,
        roles: [evil],
        run: evil,
        anchor: { state: 'missing', path: evil, message: evil },
        excerpt: { text: evil, languageId: evil, line: 3 },
        check: { kind: 'question', ask: evil, options: [evil], answer: 0, because: evil },
      }),
    ]);
    assert.doesNotMatch(html, /<script|"><s/);
    assert.match(html, /&lt;script&gt;alert\(1\)/);
  });

  it('shows images of the workspace through the editor', () => {
    const html = draw([playedStep('a', { html: '<p><img data-image="docs/a&amp;b.png" alt="Map"></p>' })]);
    assert.match(html, /<img src="webview:docs\/a&amp;b\.png" alt="Map">/);
  });

  it('has the exact command, and greys its button with the reason where the folder is not trusted', () => {
    const steps = [playedStep('a', { run: 'npm  test && echo "<done>"', check: command })];
    assert.match(draw(steps), /<code>npm {2}test &amp;&amp; echo &quot;&lt;done&gt;&quot;<\/code>/);
    assert.doesNotMatch(draw(steps), /id="command"[^>]*aria-disabled/);
    const restricted = draw(steps, { trusted: false });
    assert.match(restricted, /id="command"[^>]*aria-disabled="true" aria-describedby="command-off"/);
    assert.match(restricted, /id="command-off">Restricted Mode/);
  });

  it('asks a person only for what nothing else can tell', () => {
    const done = /data-type="done"/;
    assert.match(draw([playedStep('a')]), done);
    assert.match(draw([playedStep('a', { check: { kind: 'tool', tool: 'node', range: '>= 26' } })]), done);
    assert.doesNotMatch(draw([playedStep('a', { check: { kind: 'opened' } })]), done);
    assert.doesNotMatch(draw([playedStep('a', { check: command })]), done);
    assert.match(draw([playedStep('a', { check: command })], { unwatched: 'No shell.' }), done);
  });

  it('says what is wrong with an answer, and explains the right one', () => {
    const steps = [playedStep('a', { check: question })];
    const wrong = draw(steps, { wrong: [0] });
    assert.match(wrong, /At once <strong>\(not this one\)<\/strong>/);
    assert.doesNotMatch(wrong, /The day is closed then/);
    const right = draw(steps, { marks: { a: mark } });
    assert.match(right, /At &lt;midnight&gt; <strong>\(right\)<\/strong>/);
    assert.match(right, /The day is closed then/);
  });

  it('offers no place that is not there', () => {
    const anchor = { path: 'a.ts', uri: 'file:///w/a.ts' };
    for (const state of ['missing', 'ambiguous'] as const) {
      const html = draw([playedStep('a', { anchor: { ...anchor, state, message: 'Looked for x.' } })]);
      assert.doesNotMatch(html, /data-type="show"/);
      assert.match(html, /class="warning">The place is \w+\. Looked for x\./);
    }
    assert.match(draw([playedStep('a', { anchor: { ...anchor, state: 'found' } })]), /Show me a\.ts/);
  });

  it('loads nothing from the network, and no script but its own', () => {
    const html = pageShell({
      key: '"><script>',
      nonce: 'n1',
      source: 'https://editor',
      script: 'https://editor/player.js',
      style: 'https://editor/player.css',
      title: 'Walkthrough',
    });
    assert.match(html, /default-src 'none'; img-src https:\/\/editor; style-src https:\/\/editor;/);
    assert.match(html, /script-src 'nonce-n1'/);
    assert.doesNotMatch(html, /unsafe|"><script>/);
    assert.equal(html.match(/<script/g)?.length, 1);
  });
});
