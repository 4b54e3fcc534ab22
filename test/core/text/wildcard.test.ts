import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileWildcard } from '../../../src/core/text/wildcard';

describe('compileWildcard', () => {
  const check = (pattern: string, value: string, expected: boolean) => {
    it(`${JSON.stringify(pattern)} ${expected ? 'matches' : 'does not match'} ${JSON.stringify(value)}`, () => {
      assert.equal(compileWildcard(pattern)(value), expected);
    });
  };

  check('moment', 'moment', true);
  check('moment', 'moment/locale', false);
  check('moment/*', 'moment', false);
  check('moment/*', 'moment/locale/de', true);
  check('*Service', 'UserService', true);
  check('*Service', 'Service', true);
  check('*Service', 'Services', false);
  check('a*b*c', 'a-b-b-c', true);
  check('a*b*c', 'acb', false);
  check('ab*ba', 'aba', false);
  check('ab*ba', 'abba', true);
  check('*', '', true);
  check('', '', true);
  check('', 'a', false);
  check('**', 'anything', true);
  check('a.c', 'abc', false);

  it('agrees with the regular expression that says the same', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 12 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (wildcard, value) => {
        const source = wildcard
          .split('*')
          .map((piece) => piece.replaceAll('.', '\\.'))
          .join('[^]*');
        assert.equal(compileWildcard(wildcard)(value), new RegExp(`^${source}$`).test(value));
      }),
      { numRuns: 5000 },
    );
  });

  it('does not slow down on many stars', () => {
    const matches = compileWildcard('*a'.repeat(8) + 'b');
    assert.equal(matches('a'.repeat(1_000_000)), false);
  });
});
