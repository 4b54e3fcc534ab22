import assert from 'node:assert/strict';
import { openFixture } from '../workspace';

const policies = `//- /.leadlight/a.yaml
markers:
  - { tag: TODO, means: Later., require: [owner, issue], expires: 90d }
  - { tag: NOTE, aliases: [NB], means: Read this. }
terms: [{ term: order, means: M. }]
//- /api/.leadlight/a.yaml
markers: [{ tag: TODO, means: This quarter. }]
`;

/** What a hover at `$0` says about markers and terms: `TAG: its card's prose (source)`. */
async function hoverOn(line: string, path = 'a.ts'): Promise<string> {
  const { service, document, offset } = await openFixture(`${policies}//- /${path}\n${line}\n`);
  const cards = service.documents.hover(document, document.positionAt(offset))?.cards ?? [];
  return cards
    .map(({ id, markdown, source }) => {
      const prose = markdown.replaceAll('\\', '').split('\n\n').slice(1).join(' ');
      return `${id}: ${prose} (${source?.label ?? ''})`;
    })
    .join('\n');
}

const later =
  'todo: Later. Expires 90d after it was written, a day that only git knows **To add, as agreed here:** an owner and an issue (.leadlight/a.yaml:2)';
const shown = (text: string, expected: string, path?: string) => async () =>
  assert.equal(await hoverOn(text, path), expected);
describe('markers', () => {
  it('are hovered on the tag', shown('// TO$0DO: this', later));
  it('are hovered on nothing but the tag', shown('// TODO: th$0is', ''));
  it(
    'stand after an owner and a colon',
    shown(
      '// TO$0DO(@maya): this',
      'todo: Later. Expires 90d after it was written, a day that only git knows **To add, as agreed here:** an issue Ask **@maya** (.leadlight/a.yaml:2)',
    ),
  );
  it('have aliases', shown('// N$0B: this', 'note: Read this. (.leadlight/a.yaml:3)'));
  it('are none in code', shown('const TO$0DO = 1;', ''));
  it('are none in strings', shown('f("TO$0DO: this");', ''));
  it('are none in the middle of a word', shown('// TO$0DOS', ''));
  it(
    'follow the nearest folder, whole',
    shown('// TO$0DO: this', 'todo: This quarter. (api/.leadlight/a.yaml:1)', 'api/a.ts'),
  );
  it('stand after " -- "', shown('// eslint-disable-line no-x -- TO$0DO: this', later));
});

describe('leadlight-ignore', () => {
  it('excuses a term', shown('// leadlight-ignore order: reason\nconst or$0der = 1;', ''));
  it('excuses no other term', async () =>
    assert.match(await hoverOn('// leadlight-ignore other: reason\nconst or$0der = 1;'), /^order: /));
});

describe('a long line', () => {
  it('is skipped, and said to be', async () => {
    const { service, open } = await openFixture(`//- /.leadlight/a.yaml
philosophies: [{ id: p, title: T, why: W., applies: { text: word } }]
//- /a.ts
word();
${'x'.repeat(20_001)} word
word();
`);
    const result = service.documents.matches(await open('a.ts'))!;
    assert.deepEqual(
      result.matches.map(({ range }) => range.start.line),
      [0, 2],
    );
    assert.equal(result.skipped.length, 1);
  });
});
