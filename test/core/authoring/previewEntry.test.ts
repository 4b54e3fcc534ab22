import assert from 'node:assert/strict';
import { openFixture } from '../workspace';

/** The card of the entry at `$0` as HTML, with what is said beside it. */
async function preview(fixture: string): Promise<string> {
  const { service, document, offset } = await openFixture(fixture);
  const answer = service.authoring.preview(document, document.positionAt(offset));
  if (answer === undefined) return 'no guidance';
  if (answer.kind === 'none') return `none: ${answer.why}`;
  return [
    `${answer.title}:`,
    answer.html,
    ...(answer.note === undefined ? [] : [`note: ${answer.note}`]),
  ].join('\n');
}

describe('the preview of an entry', () => {
  it('is its card, for the first file that it governs, with whom to ask there', async () => {
    assert.equal(
      await preview(`
        //- /.leadlight/guidance.yaml
        areas:
          - { name: Payments, files: "src/pay/**", lead: "@maya" }
        philosophies:
          - id: a
            title: A
            why: Because of [the log](src/log.ts#L3).
            examples: { bad: "f()" }
            applies:
              files: src/pay$0/**
          - id: b
            title: B
        //- /src/pay/a.ts
        //- /src/log.ts
        `),
      `A:
<p><strong>A</strong></p>
<p>Because of <a href="#" data-path="src/log.ts" data-fragment="L3">the log</a>.</p>
<p>Instead of</p>
<pre><code class="language-typescript">f()
</code></pre>
<p>Ask <strong>@maya</strong> (<a href="#" data-path=".leadlight/guidance.yaml" data-fragment="L2">.leadlight/guidance.yaml:2</a>)</p>
<p>For <code>src/pay/**</code></p>
<p><em>.leadlight/guidance.yaml:4</em></p>`,
    );
  });

  it('is what the text says now, not what was saved', async () => {
    const { service, host, open } = await openFixture('//- /.leadlight/a.md\n# Old\n\n## Why\n\nOld.\n');
    const document = await open('.leadlight/a.md');
    host.write(document.uri, '# New\n');
    const now = service.authoring.preview(document, { line: 0, character: 0 });
    assert.equal(now?.kind === 'card' && now.title, 'Old');
  });

  it('is one of a page, a decision, a change, a term, an area and a marker', async () => {
    assert.match(
      await preview('//- /.leadlight/a.md\n# A$0\n\n## Why\n\nIt pays.\n'),
      /^A:\n[^]*<p>It pays\.<\/p>[^]*note: It has no "applies"/,
    );
    assert.match(
      await preview('//- /docs/adr/0001-a.md\n# A$0\n\n## Context\n\nIt pays.\n'),
      /It pays\.<\/p>[^]*note: It names no files/,
    );
    const yaml = (text: string) => preview(`//- /.leadlight/a.yaml\n${text}`);
    assert.match(
      await yaml('changes:\n  - { id: a, title: A$0, from: { text: a }, state: dropped }\n'),
      /note: It is dropped/,
    );
    assert.match(await yaml('terms:\n  - { term: a$0, means: B }\n'), /<p>B<\/p>/);
    assert.match(
      await yaml('areas:\n  - { name: A$0, files: "**", lead: "@m" }\n'),
      /<p>Ask <strong>@m<\/strong>/,
    );
    assert.match(
      await yaml('markers:\n  - { tag: WART$0, means: Ugly., require: owner }\n'),
      /<p>Ugly\.<\/p>\n<p><strong>To add, as agreed here:<\/strong> an owner/,
    );
    assert.match(await yaml('markers:\n  - { tag: noqa$0, means: Why. }\n'), /<p>Why\.<\/p>|noqa/);
  });

  it('says why there is none', async () => {
    const yaml = (text: string) => preview(`//- /.leadlight/a.yaml\n${text}`);
    assert.match(
      await yaml('terms:\n  - { term: a$0, means: "B }\n'),
      /^none: Line 2 cannot be read\. The quote/,
    );
    assert.match(await yaml('$0terms:\n  - { term: a, means: B }\n'), /^none: The cursor is in no entry/);
    assert.match(
      await yaml('checklists:\n  - { id: a, title: A$0, items: [b] }\n'),
      /^none: A checklist has no card/,
    );
    assert.equal(await preview('//- /src/a.ts\nf()$0;\n'), 'no guidance');
  });

  it('shows no HTML of the text, and leads nowhere outside', async () => {
    const text = await preview(
      '//- /.leadlight/a.md\n# A$0\n\n## Why\n\n<img src=x onerror=f()> [a](javascript:f()) [b](../../etc/passwd) [c](file:///etc/passwd) [d](file:///w/../etc/passwd)\n',
    );
    assert.equal(/<(?!\/?(?:p|strong|em)>)/.test(text), false, text);
  });
});
