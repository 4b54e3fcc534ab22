import assert from 'node:assert/strict';
import { findImports } from '../../../src/core/match/imports';
import { scanRegions } from '../../../src/core/comments/scanRegions';

/**
 * A test that a text imports exactly these modules, in this order. Where the name is not written in full at its place,
 * the expectation is `WRITTEN = MODULE`.
 */
export function checkImports(languageId: string, text: string, expected: readonly string[]): void {
  const title = text.replace(/\s*\n\s*/g, ' ⏎ ');
  it(`${title.length > 90 ? `${title.slice(0, 90)}…` : title}`, () => {
    const found = findImports(text, scanRegions(text, languageId), languageId).map(
      ({ module, start, end }) => {
        const written = text.slice(start, end);
        return written === module ? module : `${written} = ${module}`;
      },
    );
    assert.deepEqual(found, expected);
  });
}
