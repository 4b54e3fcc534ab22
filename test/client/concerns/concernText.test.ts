import assert from 'node:assert/strict';
import { concernLine, lostText, threadLabel } from '../../../src/client/concerns/concernText';

const anchor = { line: 4, lines: ['```', 'f();'], before: [], after: [] };
const concern = {
  version: 1,
  id: 'c1',
  path: 'src/a.ts',
  anchor,
  comments: [{ text: 'issue: twice\nmore', at: '' }],
  state: 'open',
  at: '',
} as const;
const found = { state: 'moved', span: { start: 1, end: 1 } } as const;

describe('the text of a concern', () => {
  it('says in the head of its thread when it has no place', () => {
    assert.equal(threadLabel(concern, found), 'Concern');
    assert.equal(threadLabel({ state: 'resolved' }, found), 'Concern, resolved');
    assert.match(threadLabel(concern, { state: 'missing' }), /is gone$/);
    assert.match(threadLabel(concern, { state: 'ambiguous' }), /cannot be told/);
  });

  it('shows the lines that it was about where they have no place, whatever is in them', () => {
    assert.equal(lostText(concern, found, 'typescript'), undefined);
    assert.equal(
      lostText(concern, { state: 'missing' }, 'typescript'),
      'The code it was about is gone. It was near line 5:\n\n````typescript\n```\nf();\n````',
    );
    assert.match(lostText(concern, { state: 'ambiguous' }, 'c') ?? '', /more than once.*near line 5:/);
  });

  it('is one line in a list', () => {
    assert.deepEqual(concernLine(concern), { label: 'issue: twice more', description: 'src/a.ts:5' });
  });
});
