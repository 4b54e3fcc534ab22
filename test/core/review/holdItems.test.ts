import assert from 'node:assert/strict';
import { reviewOf } from '../../../src/core/features/checklist';
import { checklistSummaries } from '../../../src/core/review/checklistQuestions';
import { itemsOfChecklist, itemsWithoutDiff } from '../../../src/core/review/holdItems';
import { changed } from './diffFixture';
import { check, guidanceOf, hold, itemLines } from './guidanceFixture';

const asked = 'It is asked of every change.';

const review = 'checklists: [{ id: review, title: Code review, items: [Is it clear?] }]';

describe('what a checklist asks of a diff', () => {
  it('is all that has no condition', async () => {
    await check(review, [changed('a.ts')], [`+review/is-it-clear: ${asked}`]);
  });

  it('is nothing where nothing changed', async () => {
    await check(review, [], ['-review/is-it-clear: Nothing changed.']);
    await check({ 'api/': review }, [changed('a.ts')], ['-api/review/is-it-clear: Nothing changed in api/.']);
  });

  it('is about the files of its own folder, what moved in and out of it too', async () => {
    const files = [
      changed('a.ts'),
      changed('api/b.ts'),
      changed('c.ts', [], { oldPath: 'api/c.ts', status: 'renamed' }),
    ];
    const { items } = await hold({ 'api/': review }, files);
    assert.deepEqual(items[0]?.scope, ['api/b.ts', 'c.ts']);
  });

  it('leaves the files to a checklist further in that takes its place, and to a folder that switched it off', async () => {
    const inner = review.replace('clear', 'small');
    const guidance = { '': review, 'api/': inner, 'web/': 'disable: review' };
    await check(
      guidance,
      [changed('api/a.ts'), changed('web/a.ts')],
      ['-review/is-it-clear: Nothing changed.', `+api/review/is-it-small: ${asked}`],
    );
    const { items } = await hold(guidance, [changed('a.ts'), changed('api/a.ts'), changed('web/a.ts')]);
    assert.deepEqual(
      items.map(({ scope }) => scope),
      [['a.ts'], ['api/a.ts']],
    );
  });

  it('is no more than anybody can answer', async () => {
    const many = `checklists: [{ id: r, title: R, items: [${Array.from({ length: 1_001 }, (_, at) => `Q${at}`).join(', ')}] }]`;
    const held = await hold(many, [changed('a.ts')]);
    assert.deepEqual(
      [held.items.length, held.notes],
      [1_000, ['Of 1001 questions only the first 1000 are asked.']],
    );
    assert.deepEqual((await hold(review, [])).notes, []);
  });

  it('names the first places, and counts all', async () => {
    const files = Array.from({ length: 60 }, (_, at) => changed(`src/${at}.ts`));
    const { items } = await hold(
      `
philosophies: [{ id: p, title: P, why: B, applies: { files: src/** }, checklist: A }]
areas: [{ name: N, files: src/**, reviewers: '@ben' }]`,
      files,
    );
    assert.deepEqual(
      items.map(({ item, scope }) => [item.reason, item.evidence.length, scope?.length]),
      [
        ['It governs 60 changed files.', 50, 60],
        ['60 files of it changed.', 50, 60],
      ],
    );
  });

  it('has ids without spaces, each of them once', async () => {
    const twice = `checklists: [{ id: r, title: R, items: [{ id: A b, ask: One }, { id: a-b, ask: Two }] }]`;
    const { items } = await hold({ 'my api/': twice }, [changed('my api/a.ts')]);
    assert.deepEqual(
      items.map(({ item }) => item.id),
      ['my%20api/r/a-b', 'my%20api/r/a-b-2'],
    );
  });

  it('has the why of its philosophy where it has none, from folders around it, if they did not switch it off', async () => {
    const why = 'philosophies: [{ id: p, title: P, why: Because. }]';
    const list =
      'checklists: [{ id: r, title: R, items: [{ ask: A, philosophy: p }, { ask: B, philosophy: p, why: Mine. }] }]';
    const whys = async (guidance: Readonly<Record<string, string>>) =>
      (await hold(guidance, [changed('api/a.ts')])).items.map(({ item }) => item.why);
    assert.deepEqual(await whys({ '': `${why}\n${list}` }), ['Because.', 'Mine.']);
    assert.deepEqual(await whys({ '': why, 'api/': list }), ['Because.', 'Mine.']);
    assert.deepEqual(await whys({ '': why, 'api/': `${list}\ndisable: p` }), [undefined, 'Mine.']);
    assert.deepEqual(await whys({ '': list, 'api/': why }), [undefined, 'Mine.']);
  });

  const tested = `checklists:
  - id: r
    title: R
    items:
      - ask: Is it tested?
        when: { changed: "src/**", without: "test/**" }
        auto:
          pass: { lines: "< 3" }
          attention: { addedLine: "eval" }`;

  it('is asked where its condition holds, and of the files that it is about', async () => {
    const { items } = await hold(tested, [changed('src/a.ts'), changed('docs/a.md')]);
    assert.deepEqual(
      items.map(({ item: { applies, evidence }, scope }) => [applies, evidence, scope]),
      [[true, [{ path: 'src/a.ts' }], ['src/a.ts']]],
    );
    await check(
      tested,
      [changed('src/a.ts'), changed('test/a.ts')],
      ['-r/is-it-tested: 1 changed file matches test/**.'],
    );
  });

  it('looks only at the changes of its folder, without those of folders that ask otherwise', async () => {
    const files = [changed('api/src/a.ts'), changed('test/a.ts')];
    const { items } = await hold({ 'api/': tested }, files);
    assert.deepEqual(
      items.map(({ item, scope }) => [item.applies, scope]),
      [[true, ['api/src/a.ts']]],
    );
    await check(
      { '': tested.replace('src/**', '**/src/**'), 'api/': review.replace('id: review', 'id: r') },
      files,
      ['-r/is-it-tested: No changed file matches **/src/**.', `+api/r/is-it-clear: ${asked}`],
    );
  });

  it('says what a machine saw: first what calls for attention, then what is well', async () => {
    const auto = async (...lines: readonly string[]) =>
      (await hold(tested, [changed('src/a.ts', lines)])).items[0]?.item.auto?.result;
    assert.deepEqual(
      [await auto('eval'), await auto('a'), await auto('a', 'b', 'c')],
      ['attention', 'pass', undefined],
    );
  });

  it('is flagged where it always calls for attention, and answered by nobody', async () => {
    const { items } = await hold('checklists: [{ id: r, title: R, items: [{ ask: A, auto: attention }] }]', [
      changed('a.ts'),
    ]);
    assert.deepEqual(items[0]?.item.auto, { result: 'attention', reason: asked, evidence: [] });
  });
});

describe('what is asked in several places', () => {
  const both = `${review}
philosophies:
  - { id: p, title: P, why: Because., applies: { files: src/** }, checklist: [is it  CLEAR] }`;

  it('is one item, with all the reasons that ask for it', async () => {
    await check(both, [changed('src/a.ts')], [`+review/is-it-clear: ${asked} It governs 1 changed file.`]);
    const { items } = await hold(both, [changed('src/a.ts')]);
    assert.deepEqual([items[0]?.item.why, items[0]?.group.title], ['Because.', 'Code review']);
  });

  it('keeps its name and tells only the reasons that hold', async () => {
    await check(both, [changed('a.ts')], [`+review/is-it-clear: ${asked}`]);
    const inner = { 'api/': both.replace('src/**', 'nothing/**'), 'web/': review };
    await check(inner, [changed('web/a.ts')], [`+api/review/is-it-clear: ${asked}`]);
  });

  it('is for anyone where authors and reviewers are asked the same', async () => {
    const list = (id: string, role: string) =>
      `  - { id: ${id}, title: T, for: ${role}, items: [Is it clear?] }`;
    const roles = async (...wanted: readonly string[]) =>
      (
        await hold(`checklists:\n${wanted.map((role, at) => list(`c${at}`, role)).join('\n')}`, [
          changed('a'),
        ])
      ).items.map(({ item }) => item.for);
    assert.deepEqual(await roles('author', 'author'), ['author']);
    assert.deepEqual(await roles('author', 'reviewer'), ['anyone']);
  });
});

describe('a checklist that a team answers together', () => {
  const team =
    'checklists: [{ id: release, title: R, for: team, items: [One, { ask: Two, when: { changed: a } }] }]';

  it('is asked by no review, but for items that say when', async () => {
    await check(team, [changed('a')], ['+release/two: 1 changed file matches a.']);
    assert.deepEqual(
      itemsWithoutDiff(guidanceOf({ '': team }), 'No git.').items.map(({ item }) => item.id),
      ['release/two'],
    );
  });

  it('is asked as a whole where it is opened, whatever the role', () => {
    const held = itemsOfChecklist(guidanceOf({ '': team }), 'release');
    const { groups } = reviewOf(held, { role: 'author', answers: [] });
    assert.deepEqual(
      groups.flatMap(({ items }) => items.map(({ id }) => id)),
      ['release/one', 'release/two'],
    );
  });
});

describe('without a diff', () => {
  const guidance = guidanceOf({
    '': `${review}
philosophies: [{ id: p, title: P, why: B, applies: { files: a }, checklist: Is it so? }]`,
    'api/':
      'checklists: [{ id: release, title: Release, items: [One, { ask: Two, when: { changed: "**" } }] }]',
  });

  it('everything is asked, and marked where the diff would tell', () => {
    const held = itemsWithoutDiff(guidance, 'There is no repository.');
    const untold = 'Without a diff it cannot be told whether it is about your change.';
    assert.deepEqual(itemLines(held), [
      `+review/is-it-clear: ${asked}`,
      `+api/release/one: ${asked}`,
      `?api/release/two: ${untold}`,
      `?p/is-it-so: ${untold}`,
    ]);
    assert.deepEqual(
      [held.withoutDiff, held.items[0]?.item.fingerprint],
      ['There is no repository.', 'no-diff'],
    );
  });

  it('a checklist can be opened by itself, and asks all it has', () => {
    const summaries = checklistSummaries(guidance, 'team').map(({ id, title, items }) => [id, title, items]);
    assert.deepEqual(summaries, [
      ['review', 'Code review', 1],
      ['api/release', 'Release', 2],
    ]);
    const held = itemsOfChecklist(guidance, 'api/release');
    assert.deepEqual(itemLines(held), [
      '+api/release/one: It is asked whenever this checklist is opened.',
      '+api/release/two: It is asked whenever this checklist is opened.',
    ]);
    assert.equal(held.withoutDiff, undefined);
    assert.deepEqual(itemsOfChecklist(guidance, 'release').items, []);
  });
});
