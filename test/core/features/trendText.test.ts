import assert from 'node:assert/strict';
import { trendText } from '../../../src/core/features/trendText';

describe('trendText', () => {
  it('is a table, a line and the age', () => {
    const text = trendText({
      points: [
        { day: '2024-01-01', commit: 'a', markers: 12, inflow: 0, outflow: 0 },
        { day: '2024-06-01', commit: 'b', markers: 24, inflow: 13, outflow: 1 },
      ],
      medianAge: 1,
      partial: 'The clone is shallow.',
    });
    assert.equal(
      text,
      `day         markers      in     out
2024-01-01       12       0       0
2024-06-01       24     +13      -1

▅█
Half of today's markers are at least 1 day old.

The clone is shallow.
`,
    );
  });

  it('says that there is nothing', () => {
    assert.equal(trendText({ points: [] }), 'There is no commit yet.\n');
    const none = { day: '2024-01-01', commit: 'a', markers: 0, inflow: 0, outflow: 0 };
    assert.match(trendText({ points: [none] }), /\n▁\nThere are no markers\.\n$/);
  });
});
