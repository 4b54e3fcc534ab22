import assert from 'node:assert/strict';
import { openFixture } from '../workspace';

const files = `
  //- /src/a.ts
  const a = 12; // 13
  //- /src/b.ts
  const b = 'x';
  //- /test/c.ts
  const c = 99;`;

async function hover(fixture: string): Promise<string | undefined> {
  const { service, document, offset } = await openFixture(fixture + files);
  const found = await service.authoring.hover(document, document.positionAt(offset));
  return found && `${document.getText(found.range)} => ${found.markdown.replaceAll('\n', ' ')}`;
}

const philosophy = (applies: string) => `
  //- /.leadlight/guidance.yaml
  philosophies:
    - id: numbers-have-names
      title: Numbers have <names>
      why: Because.
      applies: ${applies}
      tags: [a]
`;

describe('hovers on values of guidance', () => {
  it('say how many files a glob admits, and which', async () => {
    assert.equal(
      await hover(philosophy('{ files: "src/*$0*" }')),
      'src/** => Admits 2 files.  - [src/a.ts](<file:///w/src/a.ts>) - [src/b.ts](<file:///w/src/b.ts>)',
    );
  });

  it('are about one glob of a comma list', async () => {
    assert.match(
      (await hover(philosophy('{ files: "src/**, te$0st/**" }')))!,
      /^test\/\*\* => Admits 1 file\./,
    );
  });

  it('say what is dead, and what is refused and why', async () => {
    assert.match((await hover(philosophy('{ files: "gone/*$0*" }')))!, /=> No file of this folder matches/);
    assert.match((await hover(philosophy('{ files: "src/{a$0" }')))!, /=> Not read: A brace in this glob/);
    assert.match((await hover(philosophy("{ text: '(?=a$0)' }")))!, /=> Not read: /);
  });

  it('show the first matches of a regular expression, in the files and places that it is for', async () => {
    assert.equal(
      await hover(philosophy("{ files: src/**, text: '\\d$0+' }")),
      '\\d+ => First matches, in all 2 files that it is for:  - [src/a.ts:1](<file:///w/src/a.ts#L1>) 12',
    );
    assert.match(
      (await hover(philosophy("{ files: src/**, in: comment, text: '\\d$0+' }")))!,
      /\[src\/a\.ts:1\]\(\S+\) 13$/,
    );
    assert.match((await hover(philosophy("{ files: src/**, text: 'no$0ne' }")))!, /No match in all 2 files/);
    assert.match(
      (await hover(philosophy("{ files: 'src/b.ts, src/a.ts', text: 'no$0ne' }")))!,
      /No match in all 2 files/,
    );
  });

  it('stop where the budget ends', async () => {
    const { service, document, offset } = await openFixture(philosophy("{ text: 'no$0ne' }") + files, {
      tick: 1000,
    });
    const found = await service.authoring.hover(document, document.positionAt(offset));
    assert.doesNotMatch(found?.markdown ?? '', /match/);
  });

  it('show the card of an entry, at its own id, at a reference, and in a comment that excuses', async () => {
    const card =
      /^numbers-have-names => \*\*Numbers have \\<names\\>\*\* {2}Because\..* {2}Source: \[\.leadlight\/guidance\.yaml:\d+\]/;
    const own = philosophy('{ files: src/** }');
    assert.match((await hover(own.replace('id: n', 'id: n$0')))!, card);
    const reference = `${own}
  //- /.leadlight/review.yaml
  checklists:
    - { id: a, title: A, items: [{ ask: Why?, philosophy: numbers-$0have-names }] }
`;
    assert.match((await hover(reference))!, card);
    assert.match(
      (await hover(`${own}\n  //- /src/z.ts\n  // leadlight-ignore numbers-$0have-names: no\n`))!,
      card,
    );
  });

  it('show what else has a name', async () => {
    const fixture = `
  //- /.leadlight/guidance.yaml
  checklists:
    - { id: re$0view, title: Review, items: [One?, Two?, Three?, Four?] }
  walkthroughs:
    - { id: first, title: First day, next: second, steps: [{ title: Begin }] }
    - { id: second, title: Second day, text: Go on., steps: [{ title: End }] }
`;
    assert.match(
      (await hover(fixture))!,
      /^review => \*\*Review\*\* · checklist, 4 questions {2}- One\? - Two\? - Three\? - and 1 more {2}Source/,
    );
    assert.match(
      (await hover(fixture.replace('$0', '').replace('next: se', 'next: s$0e')))!,
      /^second => \*\*Second day\*\* · walkthrough, 1 step {2}Go on\. {2}- End {2}Source/,
    );
  });

  it('say what a key is for where its value says nothing', async () => {
    assert.match((await hover(philosophy('{ files: src/** }').replace('tags', 't$0ags')))!, /^tags => /);
  });
});
