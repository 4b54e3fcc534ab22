import assert from 'node:assert/strict';
import { deletedNote, type Note, noteKind } from '../../../src/client/state/note';
import { readRecord } from '../../../src/client/state/record';
import { noteIssue, noteLine, tookWords } from '../../../src/client/walkthrough/noteText';

const note: Note = {
  version: 1,
  id: 'n1',
  state: 'kept',
  text: 'The tests need a database, and *nobody* says which. [x](command:y)',
  seconds: 720,
  walkthrough: { key: 'first-day', title: 'Your first day' },
  step: { id: 'tests', title: 'Run <b>the</b> tests' },
  path: 'src/test.ts',
  written: '2026-11-22T10:00:00.000Z',
  at: '2026-11-22T10:00:00.000Z',
};

describe('a note about a step that was hard', () => {
  it('is an issue with a title, what was written, and where', () => {
    assert.equal(
      noteIssue(note),
      [
        'The tests need a database, and *nobody* says which. [x](command:y)',
        '',
        'The tests need a database, and \\*nobody\\* says which. \\[x\\](command:y)',
        '',
        '- Walkthrough: Your first day',
        '- Step: Run \\<b\\>the\\</b\\> tests',
        '- Where: src/test.ts',
        '- Took: 12 minutes',
        '',
      ].join('\n'),
    );
  });

  it('is one line of a list in the file of the team', () => {
    const line = noteLine({ ...note, text: 'One\n# two' });
    assert.equal(
      line,
      '- 2026-11-22, Your first day, Run \\<b\\>the\\</b\\> tests, took 12 minutes: One # two\n',
    );
  });

  it('says how long the step took', () => {
    assert.deepEqual([0, 29, 60, 7_140, 7_200, 9_100].map(tookWords), [
      'less than a minute',
      'less than a minute',
      '1 minute',
      '119 minutes',
      '2 hours',
      '3 hours',
    ]);
  });

  it('is read as it was kept, and a deleted one has no words', () => {
    const read = (value: unknown) => readRecord(JSON.stringify(value), noteKind);
    assert.deepEqual(read(note), { kind: 'record', record: note });
    const gone = deletedNote(note, '2026-11-23T10:00:00.000Z');
    assert.deepEqual(read(gone), { kind: 'record', record: gone });
    assert.doesNotMatch(JSON.stringify(gone), /database|first|tests/);
    for (const broken of [
      { ...note, text: 1 },
      { ...note, step: undefined },
      { ...note, state: 'sent' },
    ])
      assert.equal(read(broken).kind, 'broken');
    assert.equal(read({ ...note, version: 2 }).kind, 'newer');
  });
});
