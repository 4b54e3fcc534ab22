import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { scalar } from '../../../src/core/authoring/scalar';

describe('a text as YAML', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'true',
      'null',
      '~',
      '1',
      '1e3',
      '0x1f',
      '.5',
      '-',
      '@maya',
      '*',
      '2026-11-23',
      'a: b',
      'a #b',
      'a:',
      ' a',
      'ADR-1',
      '[a]',
      'a,b',
      "it's",
      '"',
      '\\',
      '-1',
      '+1',
      '.nan',
      '.inf',
      '<<',
      '=',
      '---',
      '...',
      '',
    ),
  );

  it('is read back as it was, wherever it stands', () => {
    fc.assert(
      fc.property(text, fc.boolean(), fc.constantFrom('', '"', "'"), (value, isFlow, quote) => {
        // A line break in single quotes would be folded, and no name holds one.
        fc.pre(!/[\n\r\u0085\u2028\u2029]/.test(value));
        const written = `${quote}${scalar(value, { quote: quote as '', isFlow })}${quote}`;
        const read: unknown = parse(isFlow ? `a: [${written}, b]` : `a: ${written}`);
        assert.deepEqual(read, isFlow ? { a: [value, 'b'] } : { a: value });
      }),
      { numRuns: 2000 },
    );
  });

  it('has no quotes where it needs none', () => {
    for (const value of ['src/', 'docs/a b.md', '2026-11-23', 'moment/*', 'ADR-0007'])
      assert.equal(scalar(value, { quote: '', isFlow: false }), value);
  });
});
