import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, addMonths, dayOf, daysBetween, isDay } from '../../../src/core/text/day';

const anyDay = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('isDay', () => {
  it('knows the days of the calendar', () => {
    for (const day of ['2026-11-22', '2024-02-29', '2000-02-29', '2026-12-31']) assert.ok(isDay(day), day);
    for (const day of ['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-01-00'])
      assert.ok(!isDay(day), day);
    for (const text of ['2026-1-1', '2026-11-22T00', '22.11.2026', '']) assert.ok(!isDay(text), text);
  });
});

describe('dayOf', () => {
  it("is the day in the reader's time zone", () =>
    assert.equal(dayOf(new Date(2026, 0, 5, 23, 59)), '2026-01-05'));
});

describe('addDays', () => {
  it('crosses months, years and leap days', () => {
    assert.equal(addDays('2026-11-22', 9), '2026-12-01');
    assert.equal(addDays('2026-12-31', 1), '2027-01-01');
    assert.equal(addDays('2024-02-28', 1), '2024-02-29');
    assert.equal(addDays('2026-02-28', 1), '2026-03-01');
    assert.equal(addDays('2026-01-01', -1), '2025-12-31');
    assert.equal(addDays('9999-12-30', 5), '9999-12-31');
    assert.equal(addDays('9999-03-02', 1), '9999-03-03');
  });

  it('agrees with the calendar of the language, and with daysBetween', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 40_000 }), (day, days) => {
        const sum = addDays(day, days);
        assert.ok(isDay(sum));
        const expected = new Date(Date.parse(day) + days * 86_400_000).toISOString();
        if (!expected.startsWith('+')) {
          assert.equal(sum, expected.slice(0, 10));
          assert.equal(daysBetween(day, sum), days);
          assert.equal(daysBetween(sum, day), -days || 0);
        }
      }),
      { numRuns: 1_000 },
    ));
});

describe('addMonths', () => {
  it('stays in the month that it reaches', () => {
    assert.equal(addMonths('2026-11-22', 1), '2026-12-22');
    assert.equal(addMonths('2026-11-22', 2), '2027-01-22');
    assert.equal(addMonths('2026-01-31', 1), '2026-02-28');
    assert.equal(addMonths('2024-01-31', 1), '2024-02-29');
    assert.equal(addMonths('2024-02-29', 12), '2025-02-28');
    assert.equal(addMonths('2026-03-31', 1), '2026-04-30');
    assert.equal(addMonths('9999-12-01', 1), '9999-12-31');
  });

  it('gives a day of the calendar', () =>
    fc.assert(fc.property(anyDay, fc.nat(), (day, months) => assert.ok(isDay(addMonths(day, months))))));
});
