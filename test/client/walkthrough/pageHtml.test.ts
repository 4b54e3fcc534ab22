import assert from 'node:assert/strict';
import { type PageModel, pageHtml } from '../../../src/client/walkthrough/pageHtml';
import { pageShell } from '../../../src/client/walkthrough/pageShell';
import { playedStep, walkthroughOf } from './played';

const command = { kind: 'command', command: 'npm test' } as const;
const tool = { kind: 'tool', tool: 'node', range: '>= 26' } as const;
const exists = { kind: 'exists', path: '.env' } as const;
const question = {
  kind: 'question',
  ask: 'When is money settled?',
  options: ['At once', 'At <midnight>'],
  answer: 1,
  because: 'The day is closed then.',
} as const;
const mark = { state: 'done', at: '2026-11-22T10:00:00.000Z', fingerprint: 'a' } as const;

const here = { trusted: true, hasTools: true, hasTerminals: true };

function draw(steps: Parameters<typeof walkthroughOf>[0], more: Partial<PageModel> = {}): string {
  return pageHtml({
    walkthrough: walkthroughOf(steps),
    path: { roles: [], role: undefined, leftOut: 0 },
    marks: {},
    news: new Map(),
    current: 0,
    here,
    finding: undefined,
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
    assert.match(html, /data-step="b" id="go-1" class="changed" aria-current="step"/);
    assert.equal(html.match(/aria-current/g)?.length, 1);
    assert.match(html, /<span class="state">done, changed since<\/span>/);
  });

  it('says who else reads it', () => {
    const walkthrough = { ...walkthroughOf([playedStep('a')]), readBy: ['CodeTour'] };
    assert.match(draw([], { walkthrough }), /also read by CodeTour/);
    assert.doesNotMatch(draw([playedStep('a')]), /also read/);
  });

  it('is one stop for Tab in its list, lets keys scroll code, and has no button that leads nowhere', () => {
    const steps = ['a', 'b', 'c'].map((id) => playedStep(id, { html: '<pre><code>x</code></pre>' }));
    const at = (current: number) => draw(steps, { current });
    assert.equal(at(1).match(/<li><button[^>]*tabindex="-1"/g)?.length, 2);
    assert.doesNotMatch(at(1), /aria-current="step" tabindex/);
    assert.match(at(1), /<pre tabindex="0"><code>x/);
    const buttons = (html: string) => html.match(/data-type="(?:previous|next|continue)"/g)?.length;
    assert.deepEqual(
      [0, 1, 2].map((current) => buttons(at(current))),
      [1, 2, 1],
    );
  });

  it('escapes whatever a repository wrote', () => {
    const evil = '"><script>alert(1)</script>';
    const html = draw([
      playedStep(evil, {
        title: evil,
        ask: evil,
        roles: [evil],
        commands: [evil],
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
    const steps = [playedStep('a', { commands: ['npm  test && echo "<done>"', 'ls'], check: command })];
    assert.match(draw(steps), /<code>npm {2}test &amp;&amp; echo &quot;&lt;done&gt;&quot;<\/code>/);
    assert.doesNotMatch(draw(steps), /id="command-0"[^>]*aria-disabled/);
    const restricted = draw(steps, { here: { ...here, trusted: false } });
    assert.match(
      restricted,
      /id="command-1"[^>]*data-option="1" aria-disabled="true" aria-describedby="command-1-off"/,
    );
    assert.match(restricted, /id="command-1-off">Restricted Mode/);
  });

  it('asks a person only for what nothing else can tell', () => {
    const done = /data-type="done"/;
    assert.match(draw([playedStep('a')]), done);
    assert.doesNotMatch(draw([playedStep('a', { check: tool })]), done);
    assert.doesNotMatch(draw([playedStep('a', { check: { kind: 'opened' } })]), done);
    assert.doesNotMatch(draw([playedStep('a', { check: command })]), done);
    assert.match(draw([playedStep('a', { check: command })], { unwatched: 'No shell.' }), done);
  });

  it('has a button that checks, and says what was found', () => {
    const steps = [playedStep('a', { check: tool })];
    assert.match(draw(steps), /<button id="check" [^>]*data-step="a" class="primary">Check</);
    assert.match(draw(steps), /Done once you have node, 26 or later\./);
    const found = draw(steps, { finding: { holds: 'no', why: 'node <18> was found.' } });
    assert.match(found, /class="note" id="found">Not yet\. node &lt;18&gt; was found\./);
    assert.match(draw(steps, { marks: { a: mark } }), />Check again</);
    assert.doesNotMatch(draw([playedStep('a')]), /id="check"|data-type="checkAll"/);
    assert.match(draw([playedStep('a'), playedStep('b', { check: exists })]), /data-type="checkAll"/);
  });

  it('greys a check with the reason where it cannot be made', () => {
    const reasons = [
      [
        tool,
        { trusted: false },
        /id="check"[^>]*aria-disabled="true"[\s\S]*id="check-off">Restricted Mode: no tool/,
      ],
      [
        tool,
        { hasTools: false },
        /id="check"[^>]*aria-disabled="true"[\s\S]*id="check-off">Leadlight runs in a browser/,
      ],
      [
        { kind: 'task', task: 'build' },
        { trusted: false },
        /id="task"[^>]*aria-disabled="true"[\s\S]*>Run the task build<[\s\S]*id="task-off">Restricted Mode: no task/,
      ],
    ] as const;
    for (const [check, less, expected] of reasons)
      assert.match(draw([playedStep('a', { check })], { here: { ...here, ...less } }), expected);
    for (const check of [exists, { kind: 'setting', key: 'a.b', equals: 1 }] as const)
      assert.doesNotMatch(
        draw([playedStep('a', { check })], {
          here: { trusted: false, hasTools: false, hasTerminals: false },
        }),
        /id="check"[^>]*aria-disabled/,
      );
  });

  it('takes a word for what cannot be told, and not for what trust would tell', () => {
    const done = /data-type="done"/;
    const steps = [playedStep('a', { check: tool })];
    assert.match(draw(steps, { here: { ...here, hasTools: false } }), done);
    assert.match(draw(steps, { finding: { holds: 'unknown', why: 'node is silent.' } }), done);
    assert.doesNotMatch(draw(steps, { here: { ...here, trusted: false } }), done);
    assert.doesNotMatch(draw(steps, { finding: { holds: 'no', why: 'node 18 was found.' } }), done);
    const ran = { holds: 'unknown', why: 'The command ended.' } as const;
    assert.match(draw([playedStep('a', { check: command })], { finding: ran }), done);
  });

  it('says of a step that is untrue now what is different, and counts it as not done', () => {
    const html = draw([playedStep('a', { check: exists }), playedStep('b')], {
      marks: { a: { ...mark, untrue: 'There is no <.env>.' }, b: { ...mark, fingerprint: 'b' } },
    });
    assert.match(html, /1 of 2 steps done, 1 untrue now/);
    assert.match(html, /<progress [^>]*max="2" value="1">/);
    assert.match(html, /<span class="state">was done, untrue now<\/span>/);
    assert.match(
      html,
      /class="warning" id="found">This was done, and is untrue now\. There is no &lt;\.env&gt;\./,
    );
  });

  it('does not offer to open again what would be done again at once', () => {
    const marks = { a: mark };
    assert.match(draw([playedStep('a')], { marks }), /data-type="reopen"/);
    assert.doesNotMatch(draw([playedStep('a', { check: exists })], { marks }), /data-type="reopen"/);
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

  it('ends at its last step, or goes on with the walkthrough that is next', () => {
    const steps = [playedStep('a'), playedStep('b')];
    assert.doesNotMatch(draw(steps), /data-type="(?:finish|continue)"/);
    assert.match(draw(steps, { current: 1 }), /data-type="finish"/);
    const walkthrough = { ...walkthroughOf(steps), next: 'on-call' };
    assert.match(draw(steps, { current: 1, walkthrough }), /data-type="continue"/);
    assert.doesNotMatch(draw(steps, { current: 1, walkthrough }), /data-type="(?:finish|next)"/);
  });

  it('goes further from a step than it does', () => {
    const html = draw([playedStep('a', { next: { key: 'api/week', title: 'A <week>' } }), playedStep('b')]);
    assert.match(
      html,
      /<button id="further" [^>]*data-type="go" data-walkthrough="api\/week">Go on with A &lt;week&gt;</,
    );
    assert.doesNotMatch(draw([playedStep('a')]), /further/);
  });

  it('says what is news in one line, and at each step', () => {
    const html = draw([playedStep('a'), playedStep('b')], { news: new Map([['b', 'new']]), current: 1 });
    assert.match(html, /id="news">1 step is new since your last visit\./);
    assert.match(html, /<span class="state">open<\/span>[^]*<span class="state">open, new<\/span>/);
    assert.match(html, /new since your last visit<\/p>/);
    assert.doesNotMatch(draw([playedStep('a')]), /since your last visit/);
  });

  it('lets a person choose whose steps they walk, where some are for one role', () => {
    assert.doesNotMatch(draw([playedStep('a')]), /Your path/);
    const path = { roles: ['backend', '<b>'], role: '<b>', leftOut: 2 };
    const html = draw([playedStep('a')], { path });
    assert.match(html, /data-role="" id="role-0" aria-pressed="false">Everything</);
    assert.match(html, /data-role="&lt;b&gt;" id="role-2" aria-pressed="true">&lt;b&gt;</);
    assert.match(html, /2 steps for other roles are left out\./);
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
