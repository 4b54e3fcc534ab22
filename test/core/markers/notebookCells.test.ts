import assert from 'node:assert/strict';
import fc from 'fast-check';
import { notebookCells } from '../../../src/core/markers/notebookCells';

const notebook = (cells: readonly object[], metadata: object = { kernelspec: { language: 'julia' } }) =>
  JSON.stringify({ nbformat: 4, cells, metadata }, undefined, 1);

describe('notebookCells', () => {
  it('are the sources of the cells, each in its language', () => {
    const text = notebook([
      { cell_type: 'code', source: ['# TODO: a\n', 'b = "c"'], outputs: [{ text: ['# TODO no'] }] },
      { cell_type: 'markdown', source: '# TODO d' },
      { cell_type: 'raw', source: ['e'] },
      { cell_type: 'code', metadata: { vscode: { languageId: 'sql' } }, source: ['-- f'] },
      { cell_type: 'code', source: [] },
    ]);
    assert.deepEqual(
      notebookCells(text).map((cell) => [cell.languageId, cell.text]),
      [
        ['julia', '# TODO: a\nb = "c"'],
        ['markdown', '# TODO d'],
        ['plaintext', 'e'],
        ['sql', '-- f'],
      ],
    );
  });

  it('say where their characters stand in the file', () => {
    const text = notebook([
      { cell_type: 'code', source: ['a = "\\n\t"\n', '# \u{1F600} TODO: b\n', '# FIXME'] },
    ]);
    const [cell] = notebookCells(text);
    for (const word of ['a =', 'TODO', 'FIXME'])
      assert.equal(cell!.offsetAt(cell!.text.indexOf(word)), text.indexOf(word));
  });

  it('hold every source, however it is escaped', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 })),
        (sources) => {
          const text = notebook(sources.map((source) => ({ cell_type: 'code', source })));
          const cells = notebookCells(text);
          assert.deepEqual(
            cells.map((cell) => cell.text),
            sources.map((source) => source.join('')),
          );
          for (const cell of cells) {
            for (let at = 0; at < cell.text.length; at += 1) {
              const written = text.charAt(cell.offsetAt(at));
              assert.ok(written === '\\' || written === cell.text.charAt(at));
            }
          }
        },
      ),
    );
  });

  it('are none in what is no notebook', () => {
    fc.assert(fc.property(fc.string(), (text) => assert.deepEqual(notebookCells(text), [])));
    assert.deepEqual(notebookCells('{"cells": 1, "a": ["]"]}'), []);
    assert.equal(notebookCells('{"cells": [{"cell_type": "code", "source": ["# TODO').length, 1);
  });
});
