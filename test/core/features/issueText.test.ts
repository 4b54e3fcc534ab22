import assert from 'node:assert/strict';
import { openFixture } from '../workspace';

const guidance = `//- /.leadlight/a.yaml
markers:
  - { tag: TODO, means: "Work for [later](docs/later.md), see <https://example.com/a>.", expires: 90d }
`;

async function issue(code: string, path = 'src/a.ts'): Promise<string | undefined> {
  const { service, document, offset } = await openFixture(`${guidance}//- /${path}\n${code}\n`);
  return service.documents.issueText(document, document.positionAt(offset));
}

describe('the text of an issue', () => {
  it('has the title in its first line, then what the marker says, and the code around it', async () =>
    assert.equal(
      await issue(
        `one();
two();
three();
four();
// TODO(@jon, 2026-03-31, #198, ~1d): one query for *all* of them.
//   The screen waits $0nine seconds.
five();
six();
seven();
eight();`,
      ),
      `one query for *all* of them.

one query for \\*all\\* of them.\\
The screen waits nine seconds.

- Where: src/a.ts, line 5
- Owner: @jon
- Issue: \\#198
- Due: 2026-03-31
- Cost: 1d

What TODO means here:

Work for later, see <https://example.com/a>.

\`\`\`typescript
two();
three();
four();
// TODO(@jon, 2026-03-31, #198, ~1d): one query for *all* of them.
//   The screen waits nine seconds.
five();
six();
seven();
\`\`\`
`,
    ));

  it('has a title where the marker says nothing', async () => {
    assert.match(
      (await issue('f(); // HA$0CK')) ?? '',
      /^HACK in src\/a\.ts\n\n- Where: src\/a\.ts, line 1\n\n/,
    );
  });

  it('cuts a long title, and keeps the text', async () => {
    const text = (await issue(`// TO$0DO: ${'word '.repeat(50)}end`)) ?? '';
    assert.equal(text.split('\n')[0], `${'word '.repeat(24).trim()} …`);
    assert.match(text, /\n\n(?:word ){50}end\n\n/);
  });

  it('cuts no character in two', async () => {
    const text = (await issue(`// TO$0DO: ${'a'.repeat(119)}\u{1f4a9} and more`)) ?? '';
    assert.equal(text.split('\n')[0], `${'a'.repeat(119)} …`);
  });

  it('is there on the whole line of a tag, and nowhere else', async () => {
    assert.match((await issue('f$0(); // TODO: x')) ?? '', /^x\n/);
    assert.equal(await issue('f(); // TODO: x\ng($0);'), undefined);
  });
});
