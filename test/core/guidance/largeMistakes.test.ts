import assert from 'node:assert/strict';
import { createCompilers } from '../../../src/core/match/compilers';
import { readLeadlight } from '../../../src/core/guidance/leadlight';
import { largeMistakes } from './largeMistakes';

const folder = 'file:///shop/';

describe('large mistakes', () => {
  for (const { name, text, code } of largeMistakes) {
    it(`tells the author of ${name}: ${code}`, () => {
      const source = readLeadlight({
        uri: `${folder}.leadlight/guidance.yaml`,
        text: text(),
        folder,
        linkBase: folder,
        compilers: createCompilers(),
      });
      assert.deepEqual([...new Set(source.problems.map((problem) => problem.code))], [code]);
    });
  }
});
