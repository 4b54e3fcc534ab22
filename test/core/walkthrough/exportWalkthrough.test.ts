import assert from 'node:assert/strict';
import { relativeLinks } from '../../../src/core/text/relativeLinks';
import { openFixture } from '../workspace';

const fixture = `//- /src/a b.ts
export function start() {
  return 1;
}
//- /docs/map.md
The map.
//- /.leadlight/walkthroughs/day.md
---
minutes: 20
sponsor: "@maya"
roles: [backend]
---
# Your *first* day

Read the [map](docs/map.md#top) and ![it](docs/map.png).

## Start

\`\`\`yaml
at: { file: src/a b.ts, symbol: start }
run: npm test
\`\`\`

It <b>begins</b> [here](javascript:alert(1)).

## Gone

\`\`\`yaml
at: { file: src/gone.ts }
done: { question: { ask: "When?", options: [Now, Later], answer: Now, because: "<i>" } }
\`\`\`
`;

describe('a walkthrough as one page', () => {
  const page = async (folder?: string) => {
    const { service } = await openFixture(fixture);
    return service.walkthroughs.authoring.exportPage('day', folder);
  };

  it('has its texts, its code, and links that lead there from the workspace folder', async () => {
    assert.equal(
      await page(),
      `# Your \\*first\\* day

About 20 minutes, with @maya, for backend.

Read the [map](docs/map.md#top) and ![it](docs/map.png).

## 1. Start

It &lt;b>begins&lt;/b> [here](#).

[src/a b.ts, lines 1 to 3](src/a%20b.ts#L1-L3)

\`\`\`typescript
export function start() {
  return 1;
}
\`\`\`

\`\`\`shellscript
npm test
\`\`\`

## 2. Gone

*The place of this step is missing.* There is no file "src/gone.ts".

**When?**

- Now
- Later

<details><summary>Answer</summary>Now. &lt;i&gt;</details>
`,
    );
  });

  it('has links that start where it is written', async () => {
    const text = (await page('file:///w/docs/'))!;
    assert.match(text, /\[map\]\(map\.md#top\)/);
    assert.match(text, /\(\.\.\/src\/a%20b\.ts#L1-L3\)/);
  });

  it('is none where there is no such walkthrough', async () => {
    const { service } = await openFixture(fixture);
    assert.equal(await service.walkthroughs.authoring.exportPage('night'), undefined);
  });
});

describe('links of a text on a page elsewhere', () => {
  const base = { linkBase: 'file:///w/a/', root: 'file:///w/', folder: 'file:///w/b/c/' };
  for (const [text, expected] of [
    ['[x](y.md)', '[x](../../a/y.md)'],
    ['[x](<y z.md> "t")', '[x](<../../a/y%20z.md> "t")'],
    ['[x][r]\n\n[r]: ./y.md', '[x][r]\n\n[r]: ../../a/y.md'],
    ['[![i](i.png)](https://example.com/a)', '[![i](../../a/i.png)](https://example.com/a)'],
    ['[x](../../../etc/passwd)', '[x](#)'],
    ['[x](command:run)', '[x](#)'],
    ['[x](#part)', '[x](#part)'],
    ['`[x](y.md)`', '`[x](y.md)`'],
    ['[y.md](y.md)', '[y.md](../../a/y.md)'],
    ['plain & *simple*', 'plain & *simple*'],
  ] as const) {
    it(text, () => assert.equal(relativeLinks(text, base), expected));
  }
});
