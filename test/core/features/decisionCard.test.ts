import assert from 'node:assert/strict';
import { firstParagraph } from '../../../src/core/features/decisionCard';
import { openFixture } from '../workspace';

/** The cards at `$0`, as Markdown, separated by `---`. */
async function check(fixture: string, expected: string): Promise<void> {
  const { service, document, offset } = await openFixture(fixture);
  const hover = service.documents.hover(document, document.positionAt(offset));
  const text = (hover?.cards ?? []).map(({ markdown }) => markdown).join('\n---\n');
  assert.equal(text, expected.replace(/^ {6}/gm, '').trim());
}

const decision = `
      //- /docs/adr/0004-wrap.md
      ---
      status: accepted
      date: 2025-07-10
      deciders: "@maya, @jon, a, b, c"
      contact: lee
      symbols: wrap
      ---
      # Wrap errors
      ## Context and Problem Statement
      ### The past

      Who is on call sees <b>too little</b>. [More](../more.md)

      And more.
      ## Decision Outcome
      Chosen:

      - Wrap each
      - Keep the cause

      Later.`;

describe('the card of a decision', () => {
  it('says what was decided, why, and by whom, on the code that it governs', () =>
    check(
      `${decision}
      //- /a.ts
      wr$0ap(1);
      `,
      `
      **ADR-0004: Wrap errors** · accepted, 2025-07-10

      **Decided:** Chosen:

      - Wrap each
      - Keep the cause

      **Because:** Who is on call sees \\<b>too little\\</b>. [More](file:///w/docs/more.md)

      Decided by **@maya, @jon, a, b** and 1 more · Ask **lee**

      For \`wrap\` · also read by adr-tools, log4brains
      `,
    ));

  it('is not shown on code once the decision is superseded, deprecated or rejected', async () => {
    const code = '\n      //- /a.ts\n      wr$0ap(1);\n';
    for (const status of ['deprecated', 'rejected', 'superseded by nothing'])
      await check(decision.replace('status: accepted', `status: ${status}`) + code, '');
    const next =
      '\n      //- /docs/adr/0005-results.md\n      # Results\n\n      Status: accepted, supersedes ADR-4\n';
    await check(decision + next + code, '');
    await check(
      decision + next.replace('accepted', 'proposed') + code.replace('wr$0ap(1)', '// ADR$0-5'),
      '**ADR-0005: Results** · proposed\n\nAlso read by adr-tools, log4brains',
    );
  });

  it('begins with the successor where it is superseded', () =>
    check(
      `
      //- /docs/adr/0004-wrap.md
      # Wrap errors

      Status: superseded by [ADR-5](0005-results.md)

      ## Decision

      Wrap.
      //- /docs/adr/0005-results.md
      # Results
      //- /a.ts
      // See ADR-00$004.
      `,
      `
      **ADR-0004: Wrap errors** · superseded

      **Superseded by** [ADR-0005: Results](<file:///w/docs/adr/0005-results.md>)

      **Decided:** Wrap.

      Also read by adr-tools, log4brains
      `,
    ));

  it('is named by the philosophy that it stands behind', () =>
    check(
      `
      //- /.leadlight/guidance.yaml
      philosophies:
        - { id: wrap, title: Wrap, why: Logs., applies: { symbols: wrap }, decision: docs/adr/0004-wrap.md }
      //- /docs/adr/0004-wrap.md
      # Wrap errors

      Status: deprecated
      //- /a.ts
      wr$0ap(1);
      `,
      `
      **Wrap**

      Logs.

      Decision: [ADR-0004: Wrap errors](<file:///w/docs/adr/0004-wrap.md>) (deprecated)

      For \`wrap\`
      `,
    ));

  it('is listed in Here where it governs the whole file, and found by its number and words', async () => {
    const { service, document } = await openFixture(`
      //- /docs/adr/0004-wrap.md
      ---
      applies-to: src/**
      ---
      # Wrap errors

      ## Context

      Logs.
      //- /src/a.ts
      f$0();
      `);
    const here = service.documents.here(document, { line: 0, character: 0 });
    assert.deepEqual(
      here?.file.map(({ kind, title, places }) => ({ kind, title, places })),
      [{ kind: 'decision', title: 'Wrap errors', places: undefined }],
    );
    for (const query of ['ADR-4', 'wrap', 'logs', '0004-wrap'])
      assert.deepEqual(
        service.overview.search(query).map(({ id }) => id),
        ['wrap'],
        query,
      );
    const explained = service.documents
      .explain(document, {})
      ?.entries.map(({ kind, why }) => ({ kind, why }));
    assert.deepEqual(explained, [{ kind: 'decision', why: 'Logs.' }]);
  });

  it('takes the first paragraph, without headings and code', () => {
    for (const [text, expected] of [
      ['One.\nTwo.\n\nThree.', 'One.\nTwo.'],
      ['### A\n\nOne.', 'One.'],
      ['```ts\nf();\n```\n\nOne.', 'One.'],
      ['```ts\nnever closed', ''],
      ['One:\n\nTwo.', 'One:'],
      ['One:\n\n1. Two', 'One:\n\n1. Two'],
      ['- One\n- Two\n\nThree', '- One\n- Two'],
      ['', ''],
    ] as const)
      assert.equal(firstParagraph(text), expected);
  });
});
