import assert from 'node:assert/strict';
import { openFixture } from '../workspace';

/** The cards at `$0`, as Markdown, separated by `---`; empty where there is no hover. */
async function check(fixture: string, expected: string): Promise<void> {
  const { service, document, offset } = await openFixture(fixture);
  const hover = service.documents.hover(document, document.positionAt(offset));
  const text = (hover?.cards ?? [])
    .map(({ markdown, source }) => (source === undefined ? markdown : `${markdown}\n(${source.label})`))
    .join('\n---\n');
  assert.equal(text.trim(), expected.replace(/^ {6}/gm, '').trim());
}

describe('hover', () => {
  it('puts the why first, then do, don’t, example, exemplar, contact and decision', () =>
    check(
      `
      //- /.leadlight/guidance.yaml
      philosophies:
        - id: errors-carry-context
          title: Errors carry context
          why: The person on call pays for a bare rethrow.
          do: Wrap with what was being attempted.
          dont: Rethrow a bare error.
          examples:
            - bad: 'throw err;'
              good: 'throw new Error("load", { cause: err });'
          exemplars: ["src/pool.ts#L1-L2"]
          applies: { files: "src/**", text: 'throw err;' }
          owner: "@maya"
          decision: docs/7.md
      //- /docs/7.md
      # Errors
      //- /src/pool.ts
      try { a(); } catch (err) { thr$0ow err; }
      `,
      `
      **Errors carry context**

      The person on call pays for a bare rethrow.

      **Do:** Wrap with what was being attempted.

      **Don't:** Rethrow a bare error.

      Instead of

      \`\`\`typescript
      throw err;
      \`\`\`

      write

      \`\`\`typescript
      throw new Error("load", { cause: err });
      \`\`\`

      Done well in [src/pool.ts:1-2](<file:///w/src/pool.ts#L1-L2>)

      Ask **@maya** · Decision: [docs/7.md](<file:///w/docs/7.md>)

      For \`throw err;\` in \`src/**\`
      (.leadlight/guidance.yaml:2)
      `,
    ));

  it('is silent beside a match, in comments and in strings', async () => {
    const fixture = (code: string) => `
      //- /.leadlight/guidance.yaml
      philosophies:
        - { id: clock, title: Pass the clock in, why: Tests., applies: { symbols: Date.now } }
      //- /a.ts
      ${code}
      `;
    await check(fixture('cons$0t a = Date.now();'), '');
    await check(fixture('// Date.n$0ow()'), '');
    await check(fixture('const a = "Date.n$0ow()";'), '');
    await check(
      fixture('const a = Date.n$0ow();'),
      '**Pass the clock in**\n\nTests.\n\nFor `Date.now`\n(.leadlight/guidance.yaml:2)',
    );
  });

  it('shows a change on the old way, with the new way, its state and its due date', () =>
    check(
      `
      //- /.leadlight/guidance.yaml
      changes:
        - id: temporal
          title: Moment gives way to Temporal
          why: Its dates mutate.
          from: { imports: [moment, "moment/*"] }
          to: { text: 'Temporal', say: "Use Temporal.PlainDate." }
          due: 2027-06-30
          tracking: https://example.com/12
          owner: "@jon"
      //- /a.ts
      import moment from 'mom$0ent';
      `,
      `
      **Moment gives way to Temporal** · adopted, due 2027-06-30

      Its dates mutate.

      **The new way:** Use Temporal.PlainDate.

      Ask **@jon** · Tracked: <https://example.com/12>

      For \`moment\`, \`moment/*\`
      (.leadlight/guidance.yaml:2)
      `,
    ));

  it('shows a term in code and comments, by parts of a name', async () => {
    const fixture = (code: string) => `
      //- /.leadlight/guidance.yaml
      terms:
        - { term: settlement, aka: [settle], means: Money reaches the merchant. }
      //- /a.ts
      ${code}
      `;
    const card = '**settlement** · settle\n\nMoney reaches the merchant.\n(.leadlight/guidance.yaml:2)';
    await check(fixture('const daily$0Settlement = 1;'), card);
    await check(fixture('// the Settle$0ment is late'), card);
    await check(fixture('const a = "settle$0ment";'), '');
  });

  it('shows what a debt marker means, on the tag only', async () => {
    const fixture = (code: string) => `
      //- /.leadlight/guidance.yaml
      markers:
        - { tag: TODO, means: Work we agreed to do later., require: [owner, issue], expires: 90d }
      //- /a.ts
      ${code}
      `;
    await check(
      fixture('// TO$0DO: prices'),
      '**TODO**\n\nWork we agreed to do later.\n\nExpires 90d after it was written, a day that only git knows\n\n**To add, as agreed here:** an owner and an issue\n(.leadlight/guidance.yaml:2)',
    );
    await check(fixture('// TODO: pri$0ces'), '');
    await check(fixture('const TO$0DO = 1;'), '');
  });

  it('names the delegate while the lead is away', async () => {
    const fixture = (to: string) => `
      //- /.leadlight/guidance.yaml
      philosophies:
        - { id: a, title: A, why: B., applies: { text: foo } }
      areas:
        - { name: Payments, files: "src/**", lead: "@maya", delegate: "@jon", ask: "#pay", away: [{ from: 2026-06-01, to: ${to} }] }
      //- /src/a.ts
      fo$0o();
      `;
    const card = (line: string) => `**A**\n\nB.\n\n${line}\n\nFor \`foo\`\n(.leadlight/guidance.yaml:2)`;
    const rule = '([.leadlight/guidance.yaml:4](<file:///w/.leadlight/guidance.yaml#L4>))';
    await check(
      fixture('2026-06-15'),
      card(`Ask **@jon** in \\#pay, for @maya, away until 2026-06-15 ${rule}`),
    );
    await check(fixture('2026-06-14'), card(`Ask **@maya** in \\#pay ${rule}`));
  });

  it('ranks the nearest folder first, then the order of the file, and an inner entry replaces an outer one', () =>
    check(
      `
      //- /.leadlight/guidance.yaml
      philosophies:
        - { id: outer, title: Outer, why: a., applies: { text: foo } }
        - { id: same, title: Replaced, why: a., applies: { text: foo } }
        - { id: off, title: Disabled, why: a., applies: { text: foo } }
      //- /api/.leadlight/guidance.yaml
      disable: [off]
      philosophies:
        - { id: same, title: Inner, why: b., applies: { text: foo } }
      //- /api/a.ts
      fo$0o();
      `,
      `
      **Inner**

      b.

      For \`foo\` in api/
      (api/.leadlight/guidance.yaml:3)
      ---
      **Outer**

      a.

      For \`foo\`
      (.leadlight/guidance.yaml:2)
      `,
    ));

  it('leaves excepted files and excused lines alone', async () => {
    const fixture = (until: string, code: string) => `
      //- /.leadlight/guidance.yaml
      philosophies:
        - id: bare
          title: No foo
          why: a.
          applies: { text: foo }
          exceptions: [{ files: "legacy/**", reason: leaves, until: ${until} }]
      //- /legacy/a.ts
      ${code}
      `;
    const card = '**No foo**\n\na.\n\nFor `foo`\n(.leadlight/guidance.yaml:2)';
    await check(fixture('2026-06-15', 'fo$0o();'), '');
    await check(fixture('2026-06-14', 'fo$0o();'), card);
    await check(fixture('2026-06-14', '// leadlight-ignore bare: measured\nfo$0o();'), '');
    await check(fixture('2026-06-14', '// leadlight-ignore other: measured\nfo$0o();'), card);
  });
});
