import assert from 'node:assert/strict';
import { ageInWords } from '../../../src/core/text/age';

describe('an age in words', () => {
  const today = '2026-06-15';
  for (const [from, expected] of [
    ['2026-06-15', '0 days'],
    ['2026-06-14', '1 day'],
    ['2026-06-02', '13 days'],
    ['2026-06-01', '2 weeks'],
    ['2026-04-17', '8 weeks'],
    ['2026-04-16', '1 month'],
    ['2025-06-16', '11 months'],
    ['2025-06-15', '12 months'],
    ['2024-06-16', '23 months'],
    ['2024-06-15', '2 years'],
    ['2020-06-16', '5 years'],
    ['1970-01-01', '56 years'],
    ['2027-01-01', '0 days'],
  ] as const) {
    it(`says ${expected} since ${from}`, () => assert.equal(ageInWords(from, today), expected));
  }
});
