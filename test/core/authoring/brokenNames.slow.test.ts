import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { lensesOf } from '../../../src/core/authoring/entryLenses';
import { foldsIn } from '../../../src/core/authoring/folding';
import { namesWritten } from '../../../src/core/authoring/names';
import { type OutlineNode, outlineOf } from '../../../src/core/authoring/outline';
import { selectionsAt } from '../../../src/core/authoring/selections';
import { linksIn } from '../../../src/core/authoring/targets';
import { readWritten } from '../../../src/core/authoring/writtenText';
import { assembleGuidance } from '../../../src/core/guidance/guidance';
import { rootUri } from '../memoryHost';
import { oddSigns, samplesAndAliases } from './samples';

const guidance = assembleGuidance(rootUri, []);
const share = fc.double({ min: 0, max: 1, noNaN: true });
/** A sample with a part that is gone, of which something else may have the place; in any kind of line end. */
const broken = fc
  .record({
    sample: fc.constantFrom(...samplesAndAliases),
    at: share,
    length: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(4000)),
    instead: fc.constantFrom('', ...oddSigns),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    head: fc.constantFrom('', '\ufeff', '# 🚀\n'),
  })
  .map(({ sample, at, length, instead, lineEnd, head }) => {
    const from = Math.floor(at * sample.text.length);
    const text = `${head}${sample.text.slice(0, from)}${instead}${sample.text.slice(from + length)}`;
    return { ...sample, text: text.replaceAll('\n', lineEnd) };
  });

describe('the names and parts of a source that is broken', function () {
  this.timeout(200_000);

  it('stand in it', () => {
    assert.ok(samplesAndAliases.length > 5);
    fc.assert(
      fc.property(broken, share, ({ path, kind, text }, where) => {
        const uri = `${rootUri}${path}`;
        const document = TextDocument.create(uri, 'yaml', 1, text);
        const written = readWritten(document, kind);
        const names = namesWritten(written, { uri, folder: rootUri, linkBase: rootUri });
        const isInside = ({ start, end }: Range) =>
          document.offsetAt(start) <= document.offsetAt(end) &&
          JSON.stringify(document.positionAt(document.offsetAt(end))) === JSON.stringify(end);
        for (const { name, range, isInQuotes, isDefinition } of names) {
          assert.ok(isInside(range), name);
          if (isInQuotes && !isDefinition) assert.equal(document.getText(range).trim(), name);
        }
        for (const { range } of linksIn(written, names, { root: rootUri, files: undefined }))
          assert.ok(isInside(range));
        checkOutline(outlineOf(written), document);
        for (const { start, end } of foldsIn(written)) assert.ok(start < end && end < document.lineCount);
        const ranges = selectionsAt(written, Math.floor(where * text.length));
        ranges.reduce((inner, outer) => {
          assert.ok(document.offsetAt(outer.start) <= document.offsetAt(inner.start));
          assert.ok(document.offsetAt(inner.end) <= document.offsetAt(outer.end));
          return outer;
        });
        assert.deepEqual(lensesOf(written, uri, guidance), []);
      }),
      { numRuns: 2000 },
    );
  });
});

/** An editor refuses an outline whose parts do not hold their names, or have none. */
function checkOutline(nodes: readonly OutlineNode[], document: TextDocument): void {
  for (const { name, range, nameRange, children } of nodes) {
    assert.notEqual(name, '');
    assert.ok(document.offsetAt(range.start) <= document.offsetAt(nameRange.start), name);
    assert.ok(document.offsetAt(nameRange.end) <= document.offsetAt(range.end), name);
    checkOutline(children, document);
  }
}
