import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { walkLines } from '../../../src/core/markers/lineWalk';

describe('walkLines', () => {
  it('knows the positions that a document knows', () => {
    const texts = fc.string({ unit: fc.constantFrom('\r', '\n', 'a', '\u2028'), maxLength: 20 });
    fc.assert(
      fc.property(texts, (text) => {
        const document = TextDocument.create('', '', 0, text);
        const walk = walkLines(text);
        for (let offset = 0; offset <= text.length; offset++) {
          // Within a line's end there is no position.
          if (text[offset - 1] === '\r' && text[offset] === '\n') continue;
          if (text[offset] === '\n' || text[offset] === '\r') continue;
          assert.deepEqual(walk.positionAt(offset), document.positionAt(offset));
        }
      }),
    );
  });

  it('takes no longer where lines end with carriage returns alone', () => {
    const took = (lineEnd: string) => {
      const before = process.cpuUsage().user;
      const lines = 400_000;
      const walk = walkLines(lineEnd.repeat(lines));
      assert.equal(walk.positionAt(lines).line, lines);
      return process.cpuUsage().user - before;
    };
    // A look for the next line feed from each line on would be quadratic.
    assert.ok(took('\r') < 20 * took('\n') + 200_000);
  });
});
