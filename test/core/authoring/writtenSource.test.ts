import assert from 'node:assert/strict';
import { writtenSource } from '../../../src/core/authoring/writtenSource';

describe('A source that is written', () => {
  it('is a file of .leadlight, of one of three kinds', () => {
    assert.deepEqual(writtenSource('.leadlight/team.yaml'), {
      path: '.leadlight/team.yaml',
      folder: '',
      kind: 'leadlight',
    });
    assert.deepEqual(writtenSource('packages/api/.leadlight/errors.md'), {
      path: 'packages/api/.leadlight/errors.md',
      folder: 'packages/api/',
      kind: 'philosophy',
    });
    assert.equal(writtenSource('.leadlight/walkthroughs/first-day.md')?.kind, 'walkthrough');
  });

  it('is nothing else', () => {
    for (const path of ['.leadlight/README.md', 'AGENTS.md', 'docs/decisions/0001-a.md', 'src/a.yaml'])
      assert.equal(writtenSource(path), undefined, path);
  });
});
