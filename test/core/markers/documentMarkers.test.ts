import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { scanRegions } from '../../../src/core/comments/scanRegions';
import { defaultTags } from '../../../src/core/markers/defaultTags';
import { DocumentMarkers } from '../../../src/core/markers/documentMarkers';
import { compileTags } from '../../../src/core/markers/findMarkers';
import { editedPrograms } from '../comments/editedPrograms';

describe('DocumentMarkers', () => {
  it('finds the same as a search of the whole, whatever was typed before', () => {
    const search = compileTags(defaultTags);
    fc.assert(
      fc.property(editedPrograms, ({ languageId, versions }) => {
        const document = new DocumentMarkers(languageId, search);
        for (const text of versions) {
          const markers = document.update(text);
          assert.ok(isDeepStrictEqual(markers, search.find(text, scanRegions(text, languageId))), text);
        }
      }),
      { numRuns: 300 },
    );
  });
});
