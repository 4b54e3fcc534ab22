import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PlayedStep } from '../../../src/core/walkthrough/playedWalkthrough';
import { createService } from '../../../src/core/service';
import { memoryHost } from '../memoryHost';
import { openFixture, problemLines } from '../workspace';

describe('the list of walkthroughs', () => {
  it('has what opens first, then the outermost folder, then the order of the file, each with its next', async () => {
    const { service } = await openFixture(`
      //- /.leadlight/a.yaml
      walkthroughs:
        - { id: later, title: Later, steps: [{ title: One }] }
        - { id: week, title: Week, next: later, minutes: 30, sponsor: "@maya", roles: backend, steps: [] }
        - { id: day, title: " First day ", open: first-open, next: week, steps: [{ title: A }, { title: B }] }
      //- /api/.leadlight/a.yaml
      walkthroughs:
        - { id: day, title: Of the API, open: first-open, next: gone, steps: [{ title: A }] }
        - { id: week, title: Week of the API, next: day, steps: [{ title: A }] }
      `);
    const listed = service.walkthroughs.list();
    assert.deepEqual(
      listed.map(({ key, title, next, steps }) => ({ key, title, next, steps })),
      [
        { key: 'day', title: 'First day', next: 'week', steps: 2 },
        { key: 'api/day', title: 'Of the API', next: undefined, steps: 1 },
        { key: 'later', title: 'Later', next: undefined, steps: 1 },
        { key: 'week', title: 'Week', next: 'later', steps: 0 },
        { key: 'api/week', title: 'Week of the API', next: 'api/day', steps: 1 },
      ],
    );
    assert.deepEqual(
      listed[0]!.outline,
      (await service.walkthroughs.play('day'))!.played.map(({ id, fingerprint, roles }) => ({
        id,
        fingerprint,
        roles,
      })),
    );
    const { roles, minutes, sponsor, folder, format } = listed[3]!;
    assert.deepEqual(
      { roles, minutes, sponsor, folder, format },
      { roles: ['backend'], minutes: 30, sponsor: '@maya', folder: 'file:///w/', format: 'leadlight' },
    );
  });

  it('tells two workspace folders apart', async () => {
    const yaml = 'walkthroughs: [{ id: day, title: Day, steps: [{ title: A }] }]';
    const host = memoryHost(`
      //- /one/.leadlight/a.yaml
      ${yaml}
      //- /two/.leadlight/a.yaml
      ${yaml}
      `);
    const service = createService({ host });
    await service.setFolders(['file:///w/one', 'file:///w/two']);
    const keys = service.walkthroughs.list().map(({ key }) => key);
    assert.deepEqual(keys, ['day', 'file:///w/two/day']);
    const played = await Promise.all(keys.map((key) => service.walkthroughs.play(key)));
    assert.deepEqual(
      played.map((walkthrough) => walkthrough?.folder),
      ['file:///w/one/', 'file:///w/two/'],
    );
  });
});

describe('a played walkthrough', () => {
  async function play(steps: string, more = ''): Promise<readonly PlayedStep[]> {
    const { service } = await openFixture(`
      //- /api/.leadlight/a.yaml
      areas: [{ name: Shop, files: "shop/**", lead: "@jon", ask: "#shop" }]
      walkthroughs: [{ id: day, title: Day, text: "See [it](a.md)", sponsor: "@maya", steps: [${steps}]${more} }]
      //- /api/shop/a.ts
      one
      `);
    assert.deepEqual(problemLines(service.problems()), []);
    return (await service.walkthroughs.play('api/day'))!.played;
  }

  it('is gone when nobody wrote it', async () => {
    const { service } = await openFixture('//- /a.ts\n');
    assert.equal(await service.walkthroughs.play('day'), undefined);
  });

  it('has safe HTML, with links from the folder of the guidance', async () => {
    const [step] = await play('{ title: A, text: "<b>x</b> [y](shop/a.ts#L1) [z](command:a)" }');
    assert.equal(
      step!.html,
      '<p>&lt;b&gt;x&lt;/b&gt; <a href="#" data-path="api/shop/a.ts" data-fragment="L1">y</a> z</p>',
    );
  });

  it('asks the lead of the code that a step shows, or else the sponsor', async () => {
    const steps = await play('{ title: A, at: { file: shop/a.ts } }, { title: B }');
    assert.deepEqual(
      steps.map(({ ask }) => ask),
      ['@jon (#shop)', '@maya'],
    );
  });

  it('has an anchor, a command and a check with paths from the workspace folder', async () => {
    const [step] = await play(
      '{ title: A, at: { file: shop/a.ts }, run: npm test, done: { exists: ./shop/../x } }',
    );
    assert.deepEqual(step!.anchor, { state: 'found', path: 'api/shop/a.ts', uri: 'file:///w/api/shop/a.ts' });
    assert.deepEqual(step!.commands, ['npm test']);
    assert.deepEqual(step!.check, { kind: 'exists', path: 'api/x' });
  });

  it('goes further from a step, to one of the same folder before others, and nowhere from what is not there', async () => {
    const { service } = await openFixture(`
      //- /.leadlight/a.yaml
      walkthroughs: [{ id: week, title: Week, steps: [] }]
      //- /api/.leadlight/walkthroughs/day.md
      # Day
      ## One
      \`\`\`yaml
      next: week
      \`\`\`
      ## Two
      \`\`\`yaml
      next: day
      \`\`\`
      ## Three
      //- /api/.leadlight/a.yaml
      walkthroughs: [{ id: week, title: " Week of the API", steps: [] }]
      `);
    const { played } = (await service.walkthroughs.play('api/day'))!;
    assert.deepEqual(
      played.map(({ next }) => next),
      [{ key: 'api/week', title: 'Week of the API' }, undefined, undefined],
    );
    assert.deepEqual(problemLines(service.problems()), [
      'api/.leadlight/walkthroughs/day.md:8:7 unknown-walkthrough: No other walkthrough here is called "day".',
    ]);
  });

  it('has the lines around an anchor, as an editor holds them', async () => {
    const { service, open } = await openFixture(`
      //- /.leadlight/a.yaml
      walkthroughs: [{ id: day, title: Day, steps: [{ title: A, at: { file: a.ts, text: four } }] }]
      //- /a.ts
      one
      two
      three
      four
      five
      six
      seven
      `);
    const excerpt = async () => (await service.walkthroughs.play('day'))!.played[0]!.excerpt;
    const text = 'two\nthree\nfour\nfive\nsix';
    assert.deepEqual(await excerpt(), { text, languageId: 'typescript', line: 1 });
    const { uri } = await open('a.ts');
    await service.documentChanged(TextDocument.create(uri, 'typescript', 2, 'zero\nfour\n'));
    assert.deepEqual(await excerpt(), { text: 'zero\nfour\n', languageId: 'typescript', line: 0 });
  });

  it('has another fingerprint when what it says changed, and not when it moved', async () => {
    const print = async (steps: string) =>
      Object.fromEntries((await play(steps)).map(({ id, fingerprint }) => [id, fingerprint]));
    const before = await print('{ title: A, text: x }, { title: B, done: opened }');
    assert.deepEqual(await print('{ title: B, done: opened }, { title: A, text: x }'), before);
    const after = await print('{ title: A, text: y }, { title: B, done: confirmed }');
    assert.ok(after['a'] !== before['a'] && after['b'] !== before['b']);
    const moved = await print('{ title: A, text: x, at: { file: shop/a.ts } }, { title: B, done: opened }');
    assert.ok(moved['a'] !== before['a'] && moved['b'] === before['b']);
  });
});
