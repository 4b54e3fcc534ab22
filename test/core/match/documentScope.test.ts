import assert from 'node:assert/strict';
import { openFixture } from '../workspace';
import { checkGoverned, checkPlaces } from './checkMatches';

const word = (id: string) => `{ id: ${id}, title: T, why: W., applies: { text: word } }`;
const whole = (id: string) => `{ id: ${id}, title: T, why: W., applies: { files: "**" } }`;

describe('the order of entries', () => {
  it('is: located before whole-file, then as written', () =>
    checkGoverned(
      'a.ts',
      `//- /.leadlight/a.yaml
philosophies: [${whole('c')}, ${word('b')}, ${whole('d')}, ${word('a')}]
//- /a.ts
word
`,
      'b@1 a@1 c d',
    ));

  it('is: the nearest folder first', async () => {
    const { service, document, offset } = await openFixture(`//- /.leadlight/a.yaml
philosophies: [${word('outer')}]
//- /a/.leadlight/a.yaml
philosophies: [${word('middle')}]
//- /a/b/.leadlight/a.yaml
philosophies: [${word('inner')}]
//- /a/b/c.ts
wo$0rd
`);
    const cards = service.documents.hover(document, document.positionAt(offset))?.cards ?? [];
    assert.deepEqual(
      cards.map(({ id }) => id),
      ['inner', 'middle', 'outer'],
    );
  });
});

describe('an entry without applies', () => {
  it('governs no file, and is listed', async () => {
    const fixture = `//- /.leadlight/a.yaml
philosophies: [{ id: p, title: T, why: W. }]
//- /a.ts
word
`;
    await checkGoverned('a.ts', fixture, '');
    const { service } = await openFixture(fixture);
    assert.deepEqual(
      service.overview.search('').map(({ id }) => id),
      ['p'],
    );
  });
});

describe('extends', () => {
  const pack = `//- /shared/pack/.leadlight/a.yaml
philosophies: [${word('p')}, ${word('q')}]
//- /shared/pack/own.ts
word
`;
  const using = (more: string) => `//- /api/.leadlight/a.yaml
extends: ../shared/pack
${more}
${pack}
//- /api/a.ts
word
//- /web/a.ts
word
`;
  it('brings a pack to the extending folder', () =>
    checkPlaces('api/a.ts', using(''), ['p 1: word', 'q 1: word']));
  it('brings it nowhere else', () => checkPlaces('web/a.ts', using(''), []));
  it('lets the folder replace an entry', () =>
    checkGoverned('api/a.ts', using(`philosophies: [${whole('p')}]`), 'q@1 p'));
  it('lets the folder disable an entry', () => checkPlaces('api/a.ts', using('disable: [q]'), ['p 1: word']));
  it('reads a package from node_modules upwards', () =>
    checkPlaces(
      'api/a.ts',
      `//- /node_modules/@acme/guidance/.leadlight/a.yaml
philosophies: [{ id: p, title: T, why: W., applies: { files: "*.ts", text: word } }]
//- /api/.leadlight/a.yaml
extends: ["@acme/guidance"]
//- /api/a.ts
word
`,
      ['p 1: word'],
    ));
  it('reads no package that nobody extends', () =>
    checkPlaces(
      'a.ts',
      `//- /node_modules/x/.leadlight/a.yaml\nphilosophies: [${word('p')}]\n//- /a.ts\nword\n`,
      [],
    ));
  it('starts links at the pack', async () => {
    const { service, document, offset } = await openFixture(`//- /.leadlight/a.yaml
extends: ./pack
//- /pack/.leadlight/a.yaml
philosophies: [{ id: p, title: T, why: "[w](docs/w.md)", applies: { text: word } }]
//- /a.ts
wo$0rd
`);
    const [card] = service.documents.hover(document, document.positionAt(offset))!.cards;
    assert.match(card!.markdown.replaceAll('\\', ''), /\(<?file:\/\/\/w\/pack\/docs\/w\.md>?\)/);
  });
});

describe('who to ask', () => {
  const contact = async (fixture: string, path: string, day = '2026-06-15') => {
    const { service, open } = await openFixture(fixture, { now: new Date(`${day}T12:00:00`) });
    const entries = service.documents.explain(await open(path), {})?.entries ?? [];
    return entries.map(({ id, owner }) => `${id} ${owner ?? ''}`).join(', ');
  };
  const areas = `//- /.leadlight/a.yaml
areas:
  - { name: All, files: "**", lead: "@all" }
  - name: Source
    files: src/**
    lead: "@maya"
    delegate: "@jon"
    away: [{ from: 2026-06-10, to: 2026-06-14 }]
  - { name: Docs, files: docs/**, lead: "@docs" }
//- /src/.leadlight/a.yaml
philosophies:
  - { id: owned, title: T, why: W., applies: { files: "**" }, owner: "@own" }
  - { id: free, title: T, why: W., applies: { files: "**" } }
//- /src/in/.leadlight/a.yaml
areas: [{ name: Inner, files: "a.ts", lead: "@inner" }]
//- /CODEOWNERS
* @everybody
/src/ @team @other
/LICENSE
//- /src/a.ts
word
//- /src/in/a.ts
word
//- /src/in/b.ts
word
//- /docs/a.md
word
//- /b.ts
word
`;
  it('is the entry’s owner before the lead of the last area', async () =>
    assert.equal(await contact(areas, 'src/a.ts'), 'owned @own, free @maya, source @maya'));
  it('is the delegate from the first day away to the last', async () => {
    for (const [day, lead] of [
      ['2026-06-09', '@maya'],
      ['2026-06-10', '@jon'],
      ['2026-06-14', '@jon'],
      ['2026-06-15', '@maya'],
    ] as const) {
      assert.equal(await contact(areas, 'src/a.ts', day), `owned @own, free ${lead}, source ${lead}`, day);
    }
  });
  it('is the lead of the nearest folder’s area', async () =>
    assert.match(await contact(areas, 'src/in/a.ts'), /, inner @inner$/));
  it('is the outer area’s lead where the inner one does not fit', async () =>
    assert.match(await contact(areas, 'src/in/b.ts'), /, source @maya$/));
  it('is an area of ours before CODEOWNERS', async () =>
    assert.equal(await contact(areas, 'b.ts'), 'all @all'));

  const owners =
    '//- /.github/CODEOWNERS\n* @everybody\n/src/ @team @other\n*.md\n//- /src/a.ts\n//- /a.md\n//- /b.ts\n';
  it('is who CODEOWNERS names last', async () =>
    assert.match(await contact(owners, 'src/a.ts'), /@team, @other$/));
  it('is who CODEOWNERS names for the rest', async () =>
    assert.match(await contact(owners, 'b.ts'), /@everybody$/));
  it('is nobody where a line of CODEOWNERS clears its owners', async () =>
    assert.doesNotMatch(await contact(owners, 'a.md'), /@/));
});

describe('a change', () => {
  const fixture = `//- /.leadlight/a.yaml
changes:
  - id: c
    title: T
    why: W.
    from: { imports: moment }
    to: { text: Temporal, say: S. }
//- /a.ts
import "moment";
Temporal;
`;
  it('is shown on the old way, not on the new one', () => checkPlaces('a.ts', fixture, ['c 1: moment']));
  it('can be a hint, and ask for more', () =>
    checkPlaces('a.ts', fixture.replace('title: T', 'title: T\n    level: none'), []));
});

describe('the focus', () => {
  const focus = async (day: string, path = 'a.ts') => {
    const { service, open } = await openFixture(
      `//- /.leadlight/a.yaml
direction: { focus: Speed, until: 2026-06-15 }
//- /api/.leadlight/a.yaml
direction: { focus: Safety }
//- /a.ts
//- /api/a.ts
`,
      { now: new Date(`${day}T23:00:00`) },
    );
    return service.documents.here(await open(path), { line: 0, character: 0 })?.focus?.text;
  };
  it('is shown to its last day', async () => assert.equal(await focus('2026-06-15'), 'Speed'));
  it('is over the day after', async () => assert.equal(await focus('2026-06-16'), undefined));
  it('is that of the nearest folder', async () =>
    assert.equal(await focus('2026-06-15', 'api/a.ts'), 'Safety'));
});
