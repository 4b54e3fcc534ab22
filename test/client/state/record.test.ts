import assert from 'node:assert/strict';
import fc from 'fast-check';
import { answerKind, concernKind, placeOf } from '../../../src/client/state/answerFiles';
import { fileName, latestRecords, readRecord } from '../../../src/client/state/record';
import type { Answer, Concern } from '../../../src/core/review/answer';

const answer: Answer = {
  version: 1,
  item: 'review/is-tested',
  state: 'na',
  note: 'Only words changed.',
  role: 'author',
  at: '2026-11-22T10:00:00.000Z',
  fingerprint: 'a1',
  files: { 'src/a.ts': 'b2' },
};
const concern: Concern = {
  version: 1,
  id: 'c1',
  path: 'src/a.ts',
  anchor: { line: 3, lines: ['x'], before: [], after: ['}'] },
  comments: [{ text: 'issue: this rounds twice', at: answer.at }],
  state: 'open',
  at: answer.at,
};

describe('readRecord', () => {
  it('reads what was written', () => {
    assert.deepEqual(readRecord(JSON.stringify(answer), answerKind), { kind: 'record', record: answer });
    assert.deepEqual(readRecord(JSON.stringify(concern), concernKind), { kind: 'record', record: concern });
  });

  it('takes nothing for a record that was cut anywhere', () => {
    const text = JSON.stringify(answer);
    for (let length = 0; length < text.length; length += 1)
      assert.equal(readRecord(text.slice(0, length), answerKind).kind, 'broken', text.slice(0, length));
  });

  it('knows a newer version by its number, whatever else is in it', () => {
    assert.equal(readRecord('{"version":2,"item":["a"]}', answerKind).kind, 'newer');
  });

  it('refuses what is no such record', () => {
    const strangers = [
      null,
      [],
      1,
      'text',
      {},
      { ...answer, version: 0 },
      { ...answer, version: '1' },
      { ...answer, state: 'fail' },
      { ...answer, role: 'lead' },
      { ...answer, item: 7 },
      { ...answer, note: {} },
      { ...answer, files: { 'src/a.ts': 1 } },
      { ...answer, files: 'src/a.ts' },
    ];
    for (const value of strangers)
      assert.equal(readRecord(JSON.stringify(value), answerKind).kind, 'broken', JSON.stringify(value));
    for (const change of [{ anchor: undefined }, { comments: [{}] }, { comments: [null] }, { state: 'gone' }])
      assert.equal(readRecord(JSON.stringify({ ...concern, ...change }), concernKind).kind, 'broken');
  });
});

describe('latestRecords', () => {
  it('lets the later of two words count, whichever file it stands in', () => {
    const later = { ...answer, state: 'open' as const, at: '2026-11-22T10:00:01.000Z' };
    const other = { ...answer, item: 'review/is-named' };
    assert.deepEqual(latestRecords([later, other, answer], answerKind), [later, other]);
    assert.deepEqual(latestRecords([answer, other, later], answerKind), [later, other]);
  });

  it('keeps what one person said as an author and as a reviewer', () => {
    const asReviewer = { ...answer, role: 'reviewer' as const };
    assert.deepEqual(latestRecords([answer, asReviewer], answerKind), [answer, asReviewer]);
  });
});

describe('fileName', () => {
  it('is a name that every file system takes, and no path', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const name = await fileName(text);
        assert.match(name, /^[a-z0-9][a-z0-9._-]*-[0-9a-f]{24}$/);
        assert.ok(name.length <= 65);
      }),
    );
    for (const text of ['../../etc/passwd', 'C:\\con', '.', '..', '', 'a/b'])
      assert.doesNotMatch(await fileName(text), /[/\\:]|\.\./, text);
  });

  it('is another one for another text, also where only letters differ in size', async () => {
    const names = await Promise.all(['Fix', 'fix', 'fix/', 'fix-'].map(fileName));
    assert.equal(new Set(names).size, 4);
    assert.equal(await fileName('fix/rounding'), await fileName('fix/rounding'));
  });
});

describe('placeOf', () => {
  it('keeps branches, bases and checklists apart', () => {
    const places = [
      placeOf('r', { branch: 'fix', base: 'main' }),
      placeOf('r', { branch: 'fix', base: 'develop' }),
      placeOf('r', { branch: 'main', base: 'fix' }),
      placeOf('r', {}),
      placeOf('r', {}, 'release'),
      placeOf('r', { branch: 'fix', base: 'main' }, 'pulse'),
      placeOf('s', {}, 'release'),
    ];
    assert.equal(new Set(places.map((place) => JSON.stringify(place))).size, places.length);
  });
});
