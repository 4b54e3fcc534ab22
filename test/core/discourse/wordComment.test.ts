import assert from 'node:assert/strict';
import { ladder } from '../../../src/core/discourse/ladder';
import { wordComment } from '../../../src/core/discourse/wordComment';

const said = { label: 'issue', quote: '', point: 'this rounds twice', ask: '' };

describe('a worded comment', () => {
  it('begins with its label, and holds what was said', () => {
    assert.equal(wordComment(said), 'issue: this rounds twice');
    assert.equal(
      wordComment({ ...said, decoration: 'blocking', quote: ' a\n\nb\n', ask: 'Round once, at the end? ' }),
      'issue (blocking): this rounds twice\n\n> a\n>\n> b\n\nRound once, at the end?',
    );
  });

  it('is only what was said', () => {
    assert.equal(wordComment({ ...said, label: 'praise', point: '' }), 'praise:');
    assert.equal(wordComment({ ...said, point: '', ask: 'why?' }), 'issue:\n\nwhy?');
  });
});

describe('the ladder', () => {
  it('has seven rungs from DH0 to DH6, each with an example and a way up', () => {
    assert.deepEqual(
      ladder.map(({ id }) => id),
      [0, 1, 2, 3, 4, 5, 6].map((level) => `DH${level}`),
    );
    for (const { looks, climb } of ladder) assert.ok(looks.startsWith('"') && climb.endsWith('.'));
  });
});
