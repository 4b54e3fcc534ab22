import assert from 'node:assert/strict';
import type { Blame, BlamedLine } from '../../../src/core/git';
import type { BlameState } from '../../../src/core/features/judgeMarker';
import { openFixture } from '../workspace';
import { blamingGit, settled } from './blamingGit';

const policies = `//- /.leadlight/a.yaml
markers:
  - { tag: TODO, means: Later., require: [owner], expires: 90d }
  - { tag: eslint-disable, kind: suppression, means: Silenced., require: [reason] }
areas:
  - { name: Prices, files: "**", lead: "@ines", ask: "#cart" }
`;

/** The blocks of the card at `$0` behind its title, separated by ` | `, with the source's label at the end. */
async function card(code: string, blame?: BlameState, guidance = policies): Promise<string> {
  const { service, document, offset } = await openFixture(`${guidance}//- /a.ts\n${code}\n`, {
    ...(blame && { git: blamingGit(blame) }),
  });
  const hover = () => service.documents.hover(document, document.positionAt(offset))?.cards ?? [];
  // Ages arrive late.
  hover();
  await settled();
  const cards = hover();
  return cards
    .map(({ markdown, source }) => [...markdown.split('\n\n'), ...(source ? [source.label] : [])].join(' | '))
    .join('\n');
}

const shows = (code: string, expected: string, blame?: BlameState) => async () =>
  assert.equal(await card(code, blame), expected);

/** A document of one line that somebody wrote on a day; without a day it is not committed. */
function written(day: string | undefined, partial?: string): Blame {
  const line: BlamedLine = {
    ...(day !== undefined && { commit: 'c0ffee' }),
    author: 'Jon *Doe*',
    email: 'jon@example.com',
    day: day ?? '2026-06-15',
  };
  return { lines: [line, line], ...(partial !== undefined && { partial }) };
}

describe('a marker’s card', () => {
  it(
    'says what is missing, and whom to ask',
    shows(
      '// TO$0DO: x',
      '**TODO** | Later. | Expires 90d after it was written, a day that only git knows | **To add, as agreed here:** an owner | Ask **@ines** in \\#cart ([.leadlight/a.yaml:5](<file:///w/.leadlight/a.yaml#L5>)) | .leadlight/a.yaml:2',
    ),
  );
  it(
    'names the owner, and the lead where that is somebody else',
    shows(
      '// TO$0DO(@maya): x',
      "**TODO** · @maya | Later. | Age: 2 weeks, written on 2026-06-01 by Jon \\*Doe\\* · Expires on 2026-08-30 | Ask **@maya** in \\#cart · The area's lead: @ines | .leadlight/a.yaml:2",
      written('2026-06-01'),
    ),
  );
  it('names all owners', async () =>
    assert.match(await card('// TO$0DO(@maya, @ines): x'), /Ask \*\*@maya, @ines\*\* in/));
  it('says once that the age is being looked up', async () =>
    assert.match(
      await card('// TO$0DO: x', 'loading'),
      /Later\. \| Age: being looked up · Expires 90d after it was written \|/,
    ));
  it('has the age in a later hover', async () => {
    const git = blamingGit(written('2026-06-01'));
    const { service, document, offset } = await openFixture('//- /a.ts\n// TO$0DO: x\n', { git });
    const hover = () =>
      service.documents.hover(document, document.positionAt(offset))?.cards[0]?.markdown ?? '';
    assert.match(hover(), /Age: being looked up/);
    await settled();
    assert.match(hover(), /Age: 2 weeks/);
  });
  it('says when an age is partial, and why', async () =>
    assert.match(
      await card('// TO$0DO: x', written('2026-06-10', 'The clone is shallow.')),
      /Age: at least 5 days, written on 2026-06-10 by .* \| The clone is shallow\. \|/,
    ));
  it('knows a line that is not committed', async () =>
    assert.match(
      await card('// TO$0DO: x', written(undefined)),
      /Not committed yet · Expires on 2026-09-13/,
    ));
  it('invents no age where a commit names no day', async () =>
    assert.match(
      await card('// TO$0DO: x', written('')),
      /Written by Jon \\\*Doe\\\*, on a day that the commit does not tell · Expires 90d after it was written \|/,
    ));
  it('counts a written date at once', async () =>
    assert.match(
      await card('// TO$0DO(@ines, 2026-07-01): x', 'loading'),
      /Age: being looked up · Due on 2026-07-01/,
    ));
  it('says since when it is overdue', async () => {
    assert.match(await card('// TO$0DO(@ines, 2026-06-14): x'), /\| \*\*Overdue since 2026-06-14\*\* \|/);
    assert.match(await card('// TO$0DO(@ines, 2026-06-15): x'), /\| Due on 2026-06-15 \|/);
    assert.match(await card('// TO$0DO: x', written('2026-01-01')), /\*\*Overdue since 2026-04-01\*\*/);
  });
  it('shows an issue, as a link where it is a web address, and the cost', async () => {
    assert.match(await card('// TO$0DO(#12, ~2d): x'), /Issue: \\#12 · Cost: 2d/);
    assert.match(await card('// TO$0DO(https://example.com/12): x'), /Issue: <https:\/\/example\.com\/12>/);
  });
  it('shows the text where it has several lines, and not one short line again', async () => {
    assert.match(
      await card('// TO$0DO(@ines): one *line*\n//   and another'),
      /\| Later\. \| > one \\\*line\\\*\\\n> and another \|/,
    );
    assert.doesNotMatch(await card('// TO$0DO(@ines): one line'), /> one/);
    assert.match(await card(`// TO$0DO(@ines): ${'word '.repeat(30)}`), /> word word/);
  });
  it('is there for a tag that no team wrote about, without a source', async () => {
    assert.equal(
      await card('// HA$0CK: x'),
      '**HACK** | This works, by means that nobody should copy. | Ask **@ines** in \\#cart ([.leadlight/a.yaml:5](<file:///w/.leadlight/a.yaml#L5>)) | *Leadlight default*',
    );
    assert.equal(
      await card('// XX$0X', undefined, ''),
      '**XXX** | Careful: this needs a closer look before anybody relies on it. | *Leadlight default*',
    );
  });
  it('is there for a suppression only where a team wrote about it', async () => {
    assert.match(
      await card('// esl$0int-disable no-x'),
      /Silenced\. \| \*\*To add, as agreed here:\*\* a reason/,
    );
    assert.doesNotMatch(await card('// esl$0int-disable no-x -- because'), /To add/);
    assert.equal(await card('x(); // NOSO$0NAR'), '');
  });
  it('is not there where it is excused', async () =>
    assert.equal(await card('// leadlight-ignore todo: moved soon\n// TO$0DO: x'), ''));
});

describe('the view Here', () => {
  it('shows the markers of the line, and no defaults beside', async () => {
    const { service, document } = await openFixture(`${policies}//- /a.ts\n// TODO: x$0\n// HACK: y\nf();\n`);
    const titles = (line: number) =>
      service.documents
        .here(document, { line, character: 0 })
        ?.line.map(({ title, source }) => `${title} ${source?.label}`);
    assert.deepEqual(titles(0), ['TODO .leadlight/a.yaml:2']);
    assert.deepEqual(titles(1), ['HACK undefined']);
    assert.deepEqual(titles(2), []);
    assert.deepEqual(service.documents.here(document, { line: 0, character: 0 })?.file, []);
  });
});
