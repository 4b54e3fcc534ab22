import assert from 'node:assert/strict';
import { type FixtureWorkspace, openFixture, textAt } from '../workspace';
import { rootUri } from '../memoryHost';

const fixture = `
  //- /.leadlight/guidance.yaml
  philosophies:$0
    - id: no-fetch
      title: No fetch
      why: Because.
      applies:
        files: ["src/**/*.ts", "gone/**", "lost/**"]
        symbols: fetch
    - id: small-files
      title: Small files
      why: Because.
      applies: { files: "src/**" }
    - id: kept
      title: Kept for the checklist
      why: Because.
    - id: old
      title: Old
      why: Because.
      status: deprecated
      applies: { files: "src/**" }
  changes:
    - id: moment
      title: Moment
      why: Because.
      from: { imports: moment }
  areas:
    - { name: Sources, files: "src/**", lead: "@maya" }
  //- /.leadlight/review.yaml
  checklists:
    - id: a
      title: A
      items: [{ ask: Why?, philosophy: kept }]
    - id: b
      title: B
      items: [{ ask: Why?, philosophy: kept }, { ask: How?, philosophy: kept }]
  //- /src/a.ts
  import moment from 'moment';
  fetch(fetch);
  // fetch
  const a = 'fetch';
  // leadlight-ignore no-fetch: once
  fetch();
  //- /src/b.ts
  prefetch();
  //- /src/c.js
  fetch();
`;

async function titles({ service, document }: FixtureWorkspace) {
  const { lenses } = service.authoring;
  const found = lenses.lenses(document).map(async ({ about, title, range }) => {
    const told = title ?? (await lenses.title(about))?.title;
    return `${range.start.line + 1} ${about.id}: ${told}`;
  });
  return Promise.all(found);
}

describe('lines above entries', () => {
  it('count files, places, dead patterns and checklists', async () => {
    assert.deepEqual(await titles(await openFixture(fixture)), [
      '2 no-fetch: governs 2 files, 2 places',
      '2 no-fetch: 2 dead patterns',
      '8 small-files: governs 3 files',
      '12 kept: used by 2 checklists',
      '21 moment: governs 5 files, 1 place',
      '26 sources: holds 3 files',
    ]);
  });

  it('lead to what they count', async () => {
    const workspace = await openFixture(fixture);
    const { service, document } = workspace;
    const { lenses } = service.authoring;
    const shown = await Promise.all(
      lenses.lenses(document).map(async ({ about }) => {
        const { places } = await lenses.places(about);
        return Promise.all(places.map((place) => textAt(workspace, place)));
      }),
    );
    assert.deepEqual(shown.slice(0, 2), [
      ['src/a.ts: [fetch](fetch);', 'src/a.ts: fetch([fetch]);'],
      [
        '.leadlight/guidance.yaml:       files: ["src/**/*.ts", "[gone/**]", "lost/**"]',
        '.leadlight/guidance.yaml:       files: ["src/**/*.ts", "gone/**", "[lost/**]"]',
      ],
    ]);
    assert.deepEqual(
      shown[2]!.map((line) => line.split(':')[0]),
      ['src/a.ts', 'src/b.ts', 'src/c.js'],
    );
    assert.equal(shown[3]!.length, 2);
  });

  it('follow edits of code, of guidance, and files that come and go', async () => {
    const workspace = await openFixture(fixture);
    const { service, host, open } = workspace;
    const first = async () => (await titles(workspace))[0];
    assert.equal(await first(), '2 no-fetch: governs 2 files, 2 places');
    host.write(`${rootUri}src/b.ts`, 'fetch(); fetch();');
    await service.filesChanged([{ uri: `${rootUri}src/b.ts`, kind: 'changed' }]);
    assert.equal(await first(), '2 no-fetch: governs 2 files, 4 places');
    host.write(`${rootUri}src/d.ts`, 'fetch();');
    await service.filesChanged([{ uri: `${rootUri}src/d.ts`, kind: 'created' }]);
    assert.equal(await first(), '2 no-fetch: governs 3 files, 5 places');
    host.remove(`${rootUri}src/a.ts`);
    await service.filesChanged([{ uri: `${rootUri}src/a.ts`, kind: 'deleted' }]);
    assert.equal(await first(), '2 no-fetch: governs 2 files, 3 places');
    host.write(`${rootUri}src/d.ts`, 'fetch(); fetch(); fetch(); // not saved');
    await open('src/d.ts');
    assert.equal(await first(), '2 no-fetch: governs 2 files, 5 places');
    const text = workspace.document.getText().replace('symbols: fetch', 'symbols: prefetch');
    host.write(workspace.document.uri, text);
    const changed = await open('.leadlight/guidance.yaml');
    assert.equal(
      (await titles({ ...workspace, document: changed }))[0],
      '2 no-fetch: governs 2 files, 0 places',
    );
  });

  it('read each file once, and only what can hold a place', async () => {
    const workspace = await openFixture(fixture);
    const before = workspace.host.reads;
    await titles(workspace);
    // The import may be in any file that is no guidance; the document that is open is not read.
    assert.equal(workspace.host.reads - before, 3);
    await titles(workspace);
    assert.equal(workspace.host.reads - before, 3);
  });

  it('say what is counted so far where that takes long', async () => {
    const files = Array.from({ length: 40 }, (_, index) => `  //- /src/f${index}.ts\n  fetch();\n`).join('');
    const workspace = await openFixture(fixture + files, { tick: 1000 });
    const [line] = await titles(workspace);
    assert.match(line!, /^2 no-fetch: governs 42 files, \d+ places? so far$/);
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.match((await titles(workspace))[0]!, /42 places/);
  });

  it('are above pages, too, and not above other files', async () => {
    const page = await openFixture(`
      //- /.leadlight/small.md
      ---
      applies: { files: src/** }$0
      ---
      # Small

      Because.
      //- /src/a.ts
`);
    assert.deepEqual(await titles(page), ['1 small: governs 1 file']);
    assert.deepEqual(page.service.authoring.lenses.lenses(await page.open('src/a.ts')), []);
  });
});
