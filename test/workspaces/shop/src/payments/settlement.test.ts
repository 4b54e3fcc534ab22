import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settlementDate } from './settlement';

const cases = [
  ['2026-03-02', '2026-03-04', 'a Monday settles on Wednesday'],
  ['2026-03-05', '2026-03-09', 'a Thursday settles after the weekend'],
  ['2026-03-07', '2026-03-10', 'a Saturday counts from Monday'],
] as const;

for (const [captured, settled, name] of cases) {
  test(name, () => {
    assert.equal(settlementDate(Temporal.PlainDate.from(captured)).toString(), settled);
  });
}
