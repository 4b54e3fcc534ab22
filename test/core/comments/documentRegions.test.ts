import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { DocumentRegions } from '../../../src/core/comments/documentRegions';
import { scanRegions } from '../../../src/core/comments/scanRegions';
import { editedPrograms } from './editedPrograms';

describe('DocumentRegions', () => {
  it('says the same as a scan of the whole, whatever was typed before', () => {
    fc.assert(
      fc.property(editedPrograms, ({ languageId, versions }) => {
        const document = new DocumentRegions(languageId);
        for (const text of versions) {
          document.update(text);
          assert.ok(isDeepStrictEqual(document.regions, scanRegions(text, languageId)), text);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('scans only around an edit', () => {
    const document = new DocumentRegions('typescript');
    const line = 'const a = `b ${c} d`; // e\n';
    document.update(line.repeat(4000));
    const changed = document.update(line.repeat(2000) + '/'.concat(line.repeat(2000)));
    assert.ok(changed.after - changed.start < 20_000, JSON.stringify(changed));
    assert.equal(changed.after - changed.before, 1);
  });
});
