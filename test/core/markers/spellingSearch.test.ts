import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Region } from '../../../src/core/comments/regions';
import { defaultTags } from '../../../src/core/markers/defaultTags';
import { findMarkers, type MarkerTag } from '../../../src/core/markers/findMarkers';
import { spellingBytesOf } from '../../../src/core/markers/spellingBytes';
import { createSpellingSearch } from '../../../src/core/markers/spellingSearch';

const encoder = new TextEncoder();
const isSpelled = (text: string, tags: readonly MarkerTag[] = defaultTags) =>
  createSpellingSearch(spellingBytesOf(tags))(encoder.encode(text), 0) !== -1;

describe('the search for spellings in bytes', () => {
  it('finds every spelling of the default tags', () => {
    for (const { tag, aliases = [] } of defaultTags) {
      for (const spelling of [tag, ...aliases]) assert.ok(isSpelled(`x ${spelling} y`), spelling);
    }
  });

  it('asks for whole words', () => {
    for (const text of [
      'TODOS',
      'debug: x',
      'aTODO',
      'TODO.md',
      'TODO-list',
      '_HACK',
      'xxx',
      'bugs:',
      'disable',
    ])
      assert.equal(isSpelled(` ${text} `), false, text);
  });

  it('takes debt in any case where a colon or a sign makes it sure', () => {
    for (const text of ['todo: x', 'Todo: x', '@ToDo x', 'bug:']) assert.ok(isSpelled(text), text);
    for (const text of ['todo x', 'a bug.', 'NoSec', 'ESLINT-DISABLE'])
      assert.equal(isSpelled(text), false, text);
  });

  it('takes any blanks between the words of a spelling, and none behind a colon', () => {
    for (const text of ['type:ignore', 'type: \t ignore', '#pragma  warning\tdisable', 'c8   ignore'])
      assert.ok(isSpelled(text), text);
    for (const text of ['type ignore', 'c8ignore', 'ignore']) assert.equal(isSpelled(text), false, text);
  });

  it('finds what the search for markers finds', () => {
    const words = defaultTags.flatMap(({ tag, aliases = [] }) => [tag, ...aliases]);
    const piece = fc.oneof(
      fc.constantFrom(
        ...words,
        ...words.map((word) => word.toLowerCase()),
        ':',
        ' ',
        '\t',
        '\n',
        'ü',
        '😀',
        '\u2019',
      ),
      fc.constantFrom('x', '_', '-', '.', '// ', '@', '#', '(', ' -- ', 'Todo', '\u00aa'),
    );
    const tags = fc.oneof(
      fc.constant<readonly MarkerTag[]>(defaultTags),
      fc
        .array(fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }), { minLength: 1, maxLength: 3 })
        .map((all) => all.map((tag): MarkerTag => ({ tag, kind: 'debt' }))),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), tags, fc.boolean(), (pieces, wanted, addsTag) => {
        const text = [...pieces, ...(addsTag ? ['\n', wanted[0]!.tag, ':'] : [])].join('');
        const regions: Region[] = [{ kind: 'comment', start: 0, end: text.length }];
        const found = [...findMarkers(text, regions, wanted), ...findMarkers(text, [], wanted)];
        if (found.length > 0) assert.ok(isSpelled(text, wanted));
      }),
      { numRuns: 500 },
    );
  });
});
