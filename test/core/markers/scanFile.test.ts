import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languageIdOf } from '../../../src/core/comments/languages';
import { scanRegions } from '../../../src/core/comments/scanRegions';
import { defaultTags } from '../../../src/core/markers/defaultTags';
import { compileDocumentTags } from '../../../src/core/markers/documentSearch';
import { walkLines } from '../../../src/core/markers/lineWalk';
import { createFileScanner } from '../../../src/core/markers/scanFile';
import { toScannedMarker } from '../../../src/core/markers/scannedMarker';
import { createSpellingSearch } from '../../../src/core/markers/spellingSearch';

const scan = createFileScanner(defaultTags, createSpellingSearch);
const search = compileDocumentTags(defaultTags);
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('createFileScanner', () => {
  it('finds what a search of the whole text finds', () => {
    const line = fc.constantFrom(
      ...['// TODO(ann): ü', '//   more', '# fixme: x', '#   more', '/* HACK: a', '   b', '*/', 'BUG();'],
      ...[
        '@SuppressWarnings("x") // why',
        '@SuppressWarnings({',
        '}) // because',
        '`',
        '"""',
        '=begin',
        '=end',
      ],
      ...['<!-- XXX 😀', '-->', '<p>', 'TODO: text', '</p>', '', 'x = "TODO: no"; // 1', '#[allow(', ')]'],
    );
    const filler = fc.nat({ max: 3 }).map((size) => 'x;'.repeat(size * 1000));
    const end = fc.constantFrom('\n', '\r\n', '\r');
    const path = fc.constantFrom('a.ts', 'a.py', 'A.java', 'a.rb', 'a.html', 'a.rs', 'a.c', 'a.md');
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 9, arbitrary: line }, filler), { maxLength: 25 }),
        end,
        path,
        (lines, lineEnd, file) => {
          const text = lines.join(lineEnd);
          const languageId = languageIdOf(file);
          const positions = walkLines(text);
          const expected = search
            .find({ text, languageId, regions: scanRegions(text, languageId) })
            .map((marker) => toScannedMarker(positions, marker));
          assert.deepEqual(scan(bytesOf(text), file).markers, expected);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('reads a body to its end, however far it goes beyond the tag', () => {
    const more = Array.from({ length: 9 }, (_, index) => `//   ${'more '.repeat(200)}${index}`);
    const [marker] = scan(bytesOf(['// TODO: first', ...more, 'x();'].join('\n')), 'a.ts').markers;
    assert.match(marker!.text, /^first\nmore .*more 8$/su);
  });

  it('reads a script without an extension by its first line', () => {
    assert.equal(scan(bytesOf('\ufeff#!/bin/sh\n# TODO: x\n'), 'bin/run').markers.length, 1);
    assert.equal(scan(bytesOf('#!/bin/sh\n// TODO: x\n'), 'bin/run').markers.length, 0);
    assert.equal(scan(bytesOf('# TODO: x\n'), 'bin/run').markers.length, 0);
  });

  it('says which file made it fail, and goes on', () => {
    const fragile = createFileScanner(defaultTags, (spellings) => {
      const find = createSpellingSearch(spellings);
      return (bytes, from) => {
        if (bytes.length > 100) throw new RangeError('too much');
        return find(bytes, from);
      };
    });
    assert.deepEqual(fragile(bytesOf('x'.repeat(101)), 'a.ts'), {
      markers: [],
      skipped: 'made the search fail, which is a mistake in Leadlight',
    });
    assert.equal(fragile(bytesOf('// TODO: x'), 'a.ts').markers.length, 1);
  });
});
