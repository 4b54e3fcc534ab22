import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultTags } from '../../src/core/markers/defaultTags';
import { spellingBytesOf } from '../../src/core/markers/spellingBytes';
import { createSpellingSearch } from '../../src/core/markers/spellingSearch';
import { createCopyingSearch, createSearchMemory } from '../../src/node/simdSearch';

describe('createSearchMemory', () => {
  const size = 4096;
  const memory = createSearchMemory(size);
  const spellings = [defaultTags, [{ tag: 'WIP', kind: 'debt' as const }]].map(spellingBytesOf);
  const slow = spellings.map(createSpellingSearch);
  const fast = spellings.map(memory.createSearch);

  it('finds the same as the search of core, wherever it begins', () => {
    const words = [
      'TODO',
      'todo:',
      'noqa',
      'WIP',
      'wip:',
      'eslint-disable',
      'xxx',
      'BUG',
      '[allow',
      '#[allow',
    ];
    const piece = fc.oneof(
      fc.constantFrom(...words, ...words.map((word) => ` ${word} `)),
      fc.string({ maxLength: 40 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.nat({ max: 40 }),
        fc.constantFrom(0, 1),
        (pieces, from, which) => {
          const length = memory.buffer.write(pieces.join(''), 0);
          const bytes = memory.buffer.subarray(0, length);
          assert.equal(fast[which]!(bytes, from), slow[which]!(bytes, from));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('does not see what a longer file has left behind', () => {
    memory.buffer.write('x TODO: y');
    assert.equal(fast[0]!(memory.buffer.subarray(0, 9), 0), 2);
    assert.equal(fast[0]!(memory.buffer.subarray(0, 5), 0), -1);
    assert.equal(fast[0]!(memory.buffer.subarray(0, 0), 0), -1);
  });

  it('finds a tag at the very end of the largest file', () => {
    memory.buffer.fill(' ').write('TODO', size - 4);
    assert.equal(fast[0]!(memory.buffer, 0), size - 4);
  });
});

describe('createCopyingSearch', () => {
  const spellings = [defaultTags, [{ tag: 'WIP', kind: 'debt' as const }]].map(spellingBytesOf);
  const searches = spellings.map(createCopyingSearch(20));

  it('looks at the bytes that it is given, short and long, whatever it was given before', () => {
    const [tags, wip] = searches.map(
      (search) =>
        (text: string, from = 0) =>
          search(new TextEncoder().encode(text), from),
    );
    assert.equal(tags!('// TODO: one'), 3);
    assert.equal(tags!('// nothing'), -1);
    assert.equal(wip!('// TODO: WIP: two'), 9);
    assert.equal(tags!(`${' '.repeat(40)}TODO: three`), 40);
    const bytes = new TextEncoder().encode('TODO: a TODO: b');
    assert.deepEqual(
      [0, 1, 9].map((from) => searches[0]!(bytes, from)),
      [0, 8, -1],
    );
  });
});
