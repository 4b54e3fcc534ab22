import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPageMessage } from '../../../src/client/walkthrough/pageMessage';

describe('readPageMessage', () => {
  it('reads what the page sends, and nothing more of it', () => {
    assert.deepEqual(readPageMessage({ type: 'next', command: 'rm -rf /' }), { type: 'next' });
    assert.deepEqual(readPageMessage({ type: 'finish', step: 'a' }), { type: 'finish' });
    assert.deepEqual(readPageMessage({ type: 'done', step: 'a', option: NaN }), { type: 'done', step: 'a' });
    assert.deepEqual(readPageMessage({ type: 'go', walkthrough: 'day', step: 'a', path: '..' }), {
      type: 'go',
      walkthrough: 'day',
      step: 'a',
    });
    assert.deepEqual(readPageMessage({ type: 'role', role: 'backend' }), { type: 'role', role: 'backend' });
    assert.deepEqual(readPageMessage({ type: 'role', role: '' }), { type: 'role', role: undefined });
    assert.deepEqual(readPageMessage({ type: 'answer', step: 'a', option: 2 }), {
      type: 'answer',
      step: 'a',
      option: 2,
    });
    assert.deepEqual(readPageMessage({ type: 'command', step: 'a', option: 1, command: 'rm -rf /' }), {
      type: 'command',
      step: 'a',
      option: 1,
    });
    assert.deepEqual(readPageMessage({ type: 'link', path: 'docs/a b.md' }), {
      type: 'link',
      path: 'docs/a b.md',
      fragment: '',
    });
  });

  it('takes nothing else for a message', () => {
    for (const value of [
      { type: 'run', step: 'a' },
      { type: 'constructor', step: 'a' },
      { type: 'done' },
      { type: 'answer', step: 'a', option: -1 },
      { type: 'answer', step: 'a', option: '1' },
      { type: 'command', step: 'a' },
      { type: 'link', path: '../secret' },
      { type: 'link', path: 'a/../../secret' },
      { type: 'link', path: '/etc/passwd' },
      { type: 'link', path: 'file:///etc/passwd' },
      { type: 'link', path: 'a\\..\\b' },
      { type: 'link' },
      { type: 'role' },
      { type: 'go', step: 'a' },
      { type: 'role', role: ['backend'] },
      ['next'],
      'next',
      null,
    ])
      assert.equal(readPageMessage(value), undefined, JSON.stringify(value));
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => void readPageMessage(value)));
  });
});
