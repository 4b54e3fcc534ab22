import assert from 'node:assert/strict';
import { defaultTags } from '../../../src/core/markers/defaultTags';
import { createFileScanner } from '../../../src/core/markers/scanFile';
import { createSpellingSearch } from '../../../src/core/markers/spellingSearch';

describe('the scan of a notebook', () => {
  it('finds markers in the comments of its cells, where they stand in the file', () => {
    const text = JSON.stringify(
      {
        cells: [
          {
            cell_type: 'code',
            source: ['a = "# TODO no"\n', '\t# TODO(@maya): yes'],
            outputs: [{ text: ['# TODO no'] }],
          },
          { cell_type: 'markdown', source: ['# TODO no\n', '<!-- FIXME: yes -->'] },
        ],
        metadata: { language_info: { name: 'python' } },
      },
      undefined,
      1,
    );
    const scan = createFileScanner(defaultTags, createSpellingSearch);
    const { markers } = scan(new TextEncoder().encode(text), 'a/b.ipynb');
    const lines = text.split('\n');
    assert.deepEqual(
      markers.map(({ range: { start, end } }) => [
        lines[start.line]!.slice(start.character, end.character),
        end.line - start.line,
      ]),
      [
        ['TODO', 0],
        ['FIXME', 0],
      ],
    );
    assert.equal(markers[0]?.owner, '@maya');
    assert.match(lines[markers[0].range.start.line]!, /yes/);
  });
});
