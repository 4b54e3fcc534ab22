import assert from 'node:assert/strict';
import type { DiffFile } from '../../../src/core/review/diff';
import { checklistSummaries } from '../../../src/core/review/checklistQuestions';
import { holdItems, itemsOfChecklist, itemsWithoutDiff } from '../../../src/core/review/holdItems';
import { changed, diffOf } from './diffFixture';
import { factsOf, type FactsOptions, guidanceOf, itemLines } from './guidanceFixture';

const asked = 'It is asked of every change.';

async function hold(
  yaml: string | Readonly<Record<string, string>>,
  files: readonly DiffFile[],
  options?: FactsOptions,
) {
  const guidance = guidanceOf(typeof yaml === 'string' ? { '': yaml } : yaml);
  return holdItems(guidance, factsOf(guidance, diffOf(files), options));
}

/** See `itemLines`. */
async function check(
  yaml: string | Readonly<Record<string, string>>,
  files: readonly DiffFile[],
  expected: readonly string[],
  options?: FactsOptions,
) {
  assert.deepEqual(itemLines(await hold(yaml, files, options)), expected);
}

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

describe('what a philosophy asks', () => {
  const whole = `
philosophies:
  - { id: p, title: P, why: Because., applies: { files: 'src/**', except: 'src/x/**' }, checklist: [Is it so?] }`;
  const located = `
philosophies:
  - { id: p, title: P, why: Because., applies: { files: 'src/**', text: 'now\\(\\)' }, checklist: [Is it so?] }`;
  const text = 'a();\nnow();\nb();\nnow(); now();\n';

  it('is asked of the files that it governs', async () => {
    await check(
      whole,
      [changed('src/a.ts'), changed('src/b.ts'), changed('src/x/a.ts')],
      ['+p/is-it-so: It governs 2 changed files.'],
    );
    const { items } = await hold(whole, [changed('a.ts'), changed('src/a.ts')]);
    assert.deepEqual([items[0]?.scope, items[0]?.item.evidence], [['src/a.ts'], [{ path: 'src/a.ts' }]]);
  });

  it('is asked of what was added, line by line', async () => {
    const options = { texts: { 'src/a.ts': text } };
    const { items } = await hold(
      located,
      [changed('src/a.ts', ['b();', 'now(); now();'], { at: 2 })],
      options,
    );
    assert.equal(items[0]?.item.reason, 'It is about 2 places on added lines.');
    assert.deepEqual(
      items[0]?.item.evidence.map(({ range }) => `${range?.start.line}:${range?.start.character}`),
      ['3:0', '3:7'],
    );
    await check(
      located,
      [changed('src/a.ts', ['a();'])],
      ['-p/is-it-so: No added line is what it is about.'],
      options,
    );
  });

  it('is asked, and marked, where the file cannot be looked at', async () => {
    await check(
      located,
      [changed('src/a.ts'), changed('src/b.ts')],
      ['?p/is-it-so: It cannot be told whether it is about what was added to src/a.ts and 1 more file.'],
    );
    await check(
      located,
      [changed('src/a.ts', [], { isCut: true, hunks: [] })],
      ['?p/is-it-so: It cannot be told whether it is about what was added to src/a.ts.'],
      { texts: { 'src/a.ts': text } },
    );
    await check(
      located,
      [changed('src/a.ts', [], { isCut: true, hunks: [], status: 'added' })],
      ['+p/is-it-so: It is about 3 places on added lines.'],
      { texts: { 'src/a.ts': text } },
    );
  });

  it('is asked of findings that only other tools have, and of none where the file is gone', async () => {
    const other = located.replace(/text: '.*'/, 'diagnostics: eslint/no-console');
    const gone = changed('src/a.ts', [], { status: 'deleted' });
    await check(
      other,
      [changed('src/a.ts')],
      ['?p/is-it-so: It cannot be told whether it is about what was added to src/a.ts.'],
      { texts: { 'src/a.ts': text } },
    );
    await check(other, [gone], ['-p/is-it-so: No added line is what it is about.']);
    await check(whole, [gone], ['+p/is-it-so: It governs 1 changed file.']);
  });

  it('is not asked where it does not hold', async () => {
    const files = [changed('src/a.ts'), changed('api/src/a.ts')];
    await check(whole.replace('why:', 'status: deprecated, why:'), files, []);
    await check(whole.replace('why:', 'status: superseded, why:'), files, []);
    await check(whole.replace('why:', 'exceptions: { files: src/a.ts }, why:'), files, [
      '-p/is-it-so: It governs none of the changed files.',
    ]);
    await check(
      { '': whole.replace('src/**', '**'), 'api/': 'disable: p' },
      [files[1]!],
      ['-p/is-it-so: It governs none of the changed files.'],
    );
    await check('philosophies: [{ id: p, title: P, why: B, checklist: A }]', files, [
      '-p/a: It names no code that it governs.',
    ]);
  });
});

describe('what a change asks', () => {
  const change = `
changes:
  - { id: temporal, title: T, why: Dates mutate., from: { symbols: moment }, checklist: [Could it be Temporal?] }`;
  const options = { texts: { 'a.ts': 'moment();\nother();\n' } };

  it('is asked of the old way in what was added', async () => {
    await check(
      change,
      [changed('a.ts', ['moment();'])],
      ['+temporal/could-it-be-temporal: It is about 1 place on added lines.'],
      options,
    );
    await check(
      change,
      [changed('a.ts', ['other();'], { at: 1 })],
      ['-temporal/could-it-be-temporal: No added line is what it is about.'],
      options,
    );
  });

  it('is not asked once it is done or dropped', async () => {
    for (const state of ['done', 'dropped'])
      await check(
        change.replace('from:', `state: ${state}, from:`),
        [changed('a.ts', ['moment();'])],
        [],
        options,
      );
  });
});

describe('an area that names reviewers', () => {
  const areas = `
areas:
  - { name: Payments, files: 'pay/**', lead: '@maya', reviewers: ['@ben', '@ana'] }
  - { name: Web, files: 'web/**', reviewers: '@jon' }
  - { name: Rest, files: 'rest/**' }`;

  it('asks the author to ask them, where something of it changed', async () => {
    await check(
      areas,
      [changed('pay/a.ts'), changed('rest/a.ts')],
      ['+payments/reviewers: 1 file of it changed.', '-web/reviewers: Nothing changed in it.'],
    );
    const { items } = await hold(areas, [changed('pay/a.ts')]);
    assert.deepEqual(
      items.map(({ item, group, scope, isMine }) => [item.for, item.ask, group.title, scope, isMine]),
      [
        [
          'author',
          'Ask @ben and @ana, who review Payments, to look at this.',
          'Payments',
          ['pay/a.ts'],
          false,
        ],
        ['author', 'Ask @jon, who reviews Web, to look at this.', 'Web', [], false],
      ],
    );
  });

  it('is touched by what leaves it, and asks nobody to ask themselves', async () => {
    const moved = changed('rest/a.ts', [], { oldPath: 'web/a.ts', status: 'renamed' });
    await check(
      areas,
      [moved],
      ['-payments/reviewers: Nothing changed in it.', '+web/reviewers: 1 file of it changed.'],
    );
    const { items } = await hold(areas, [moved], { me: ['@jon', '@ben'] });
    assert.deepEqual(
      items.map(({ item }) => item.ask),
      ['Ask @ana, who reviews Payments, to look at this.'],
    );
  });

  it('says whose an item is', async () => {
    const { items } = await hold(areas, [changed('pay/a.ts')], { me: ['@maya'] });
    assert.deepEqual(
      items.map(({ isMine }) => isMine),
      [true, false],
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
