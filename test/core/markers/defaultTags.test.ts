import assert from 'node:assert/strict';
import { defaultTags } from '../../../src/core/markers/defaultTags';

describe('defaultTags', () => {
  it('has the five debt tags, and suppressions', () => {
    const debt = defaultTags.filter(({ kind }) => kind === 'debt');
    assert.deepEqual(
      debt.map(({ tag }) => tag),
      ['TODO', 'FIXME', 'HACK', 'XXX', 'BUG'],
    );
    assert.ok(defaultTags.length > debt.length);
  });

  it('says in one sentence what each means', () => {
    for (const { tag, means } of defaultTags) assert.match(means, /^[A-Z][^.]*\.$/, tag);
  });

  it('has no spelling twice', () => {
    const spellings = defaultTags.flatMap(({ tag, aliases }) => [tag, ...(aliases ?? [])]);
    assert.equal(new Set(spellings).size, spellings.length);
  });
});
