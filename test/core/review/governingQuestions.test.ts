import assert from 'node:assert/strict';
import { changed } from './diffFixture';
import { check, hold } from './guidanceFixture';

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

describe('what a decision asks', () => {
  const path = 'docs/decisions/0012-errors.md';
  const record = (status: string, scope: string) => `
    ---
    status: ${status}
    ${scope}
    checklist:
      - Does each new error say what was attempted?
      - Is the cause kept?
    ---
    # Wrap errors

    ## Context

    Who is on call sees too little.
    `;

  it('is asked of the files that it governs, with its context as the why', async () => {
    const { items } = await hold({ [path]: record('accepted', 'applies-to: src/**') }, [
      changed('src/a.ts'),
      changed('b.ts'),
    ]);
    assert.deepEqual(
      items.map(({ item, group, scope }) => [item.id, item.ask, item.why, group.title, scope]),
      [
        [
          'errors/does-each-new-error-say-what-was-attempted',
          'Does each new error say what was attempted?',
          'Who is on call sees too little.',
          'Wrap errors',
          ['src/a.ts'],
        ],
        [
          'errors/is-the-cause-kept',
          'Is the cause kept?',
          'Who is on call sees too little.',
          'Wrap errors',
          ['src/a.ts'],
        ],
      ],
    );
    assert.deepEqual(items[1]?.item.source.range, {
      start: { line: 5, character: 4 },
      end: { line: 5, character: 22 },
    });
  });

  it('is asked of the places on added lines, and not where nothing of it was added', async () => {
    const guidance = { [path]: record('accepted', 'symbols: rethrow') };
    const ask = 'errors/does-each-new-error-say-what-was-attempted';
    const ids = async (line: string) => {
      const texts = { 'a.ts': `${line}\nrethrow();\n` };
      const { items } = await hold(guidance, [changed('a.ts', [line])], { texts });
      return items.map(({ item }) => `${item.id} ${item.applies}`)[0];
    };
    assert.equal(await ids('rethrow();'), `${ask} true`);
    assert.equal(await ids('throw it;'), `${ask} false`);
  });

  it('is not asked once it was turned down or superseded', async () => {
    for (const status of ['rejected', 'deprecated', 'superseded by 0013'])
      await check({ [path]: record(status, 'applies-to: src/**') }, [changed('src/a.ts')], []);
  });
});
