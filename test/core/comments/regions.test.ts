import assert from 'node:assert/strict';
import fc from 'fast-check';
import { kindAt, type Region } from '../../../src/core/comments/regions';

describe('kindAt', () => {
  it('agrees with a look at every region', () => {
    const anyRegions = fc
      .array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 5 }), fc.boolean()))
      .map((steps) => {
        let at = 0;
        return steps.map(([gap, length, isComment]): Region => {
          const start = at + gap;
          at = start + length;
          return { kind: isComment ? 'comment' : 'string', start, end: at };
        });
      });
    fc.assert(
      fc.property(anyRegions, fc.nat(100), (regions, offset) => {
        const holder = regions.find(({ start, end }) => start <= offset && offset < end);
        assert.equal(kindAt(regions, offset), holder?.kind ?? 'code');
      }),
    );
  });
});
