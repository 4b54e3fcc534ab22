import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanRegions } from '../../../src/core/comments/scanRegions';
import { findMentions } from '../../../src/core/match/decisionMentions';

function mentions(text: string, languageId = 'typescript'): readonly string[] {
  return findMentions(text, scanRegions(text, languageId), languageId).map(
    ({ start, end, written, number }) => {
      assert.equal(text.slice(start, end), written);
      return number === undefined ? written : `${written} = ${number}`;
    },
  );
}

describe('mentions of decisions', () => {
  it('are found in comments as people write them', () => {
    for (const [comment, ...expected] of [
      ['See ADR-0012.', 'ADR-0012 = 12'],
      ['ADR 12 and ADR#3, (ADR_4) [ADR5]', 'ADR 12 = 12', 'ADR#3 = 3', 'ADR_4 = 4', 'ADR5 = 5'],
      ['adr-0012: wrap', 'adr-0012 = 12'],
      ['ADR-0012-wrap-errors says', 'ADR-0012-wrap-errors = 12'],
      ['see docs/decisions/0012-wrap-errors.md, please', 'docs/decisions/0012-wrap-errors.md'],
      ['see ../docs/adr/0012-wrap-errors', '../docs/adr/0012-wrap-errors'],
      ['0012-wrap-errors', '0012-wrap-errors'],
      ['decision: wrap-errors. Yes', 'wrap-errors'],
      ['Decision: wrap', 'wrap'],
      ['HADR-12, XADR12, ADR-12a, ADR-1.2, ADRs, radr-1'],
      ['https://example.com/docs/adr/0012-wrap-errors.md'],
      ['the decision is made, in the year 2020'],
    ] as const)
      assert.deepEqual(mentions(`// ${comment}`), expected, comment);
  });

  it('are not looked for in code and strings, but in docstrings and in prose', () => {
    assert.deepEqual(mentions('const a = "ADR-0012"; ADR_12();'), []);
    assert.deepEqual(mentions('def f():\n  """See ADR-0012."""\n  x = "ADR-3"\n', 'python'), [
      'ADR-0012 = 12',
    ]);
    assert.deepEqual(mentions('# ADR-3\n\nSee [ADR 4](0004-a.md).\n', 'markdown'), [
      'ADR-3 = 3',
      'ADR 4 = 4',
      '0004-a.md',
    ]);
  });

  it('are found in time that grows with the text, whatever it is', () => {
    const piece = fc.constantFrom(
      'ADR',
      '-',
      '_',
      ' ',
      '/',
      '.',
      '0',
      '12345',
      'a',
      'decision: ',
      'adr-',
      '@',
      '\n// ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => void mentions(`// ${pieces.join('')}`)),
    );
    for (const hostile of ['a/', '0-', 'ADR-', '../', 'a.', '1'])
      assert.ok(mentions(`// ${hostile.repeat(20_000)}`).length >= 0);
  }).timeout(2_000);
});
