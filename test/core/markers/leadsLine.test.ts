import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leadsLine, lineLeads } from '../../../src/core/markers/leadsLine';

describe('lineLeads', () => {
  it('says of many places in order what is said of each alone', () => {
    const piece = fc.constantFrom('!', '! ', '1.', '-', 'a', ' // ', '\n', '(', '"', 'rem ', ' -- ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(5), (pieces, commentStart) => {
        const text = pieces.join('');
        const leads = lineLeads(text);
        for (let at = commentStart; at <= text.length; at += 1)
          assert.equal(leads(commentStart, at), leadsLine(text, commentStart, at), `at ${at}`);
      }),
    );
  });

  it('walks a long run of signs once, however many of them are tags', () => {
    for (const text of [`// ${'!'.repeat(100_000)}`, `// ${'!'.repeat(50_000)}1.${'! '.repeat(50_000)}`]) {
      const leads = lineLeads(text);
      let count = 0;
      for (let at = 3; at < text.length; at += 1) if (leads(0, at)) count += 1;
      assert.ok(count >= 50_000);
    }
  });
});
