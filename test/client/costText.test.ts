import assert from 'node:assert/strict';
import { costText } from '../../src/client/costText';
import type { CostReport } from '../../src/core/features/cost';

const nothing: CostReport = { activities: [], patterns: [], files: [], skipped: [] };

describe('costText', () => {
  it('says that nothing was done yet', () => {
    assert.match(costText(nothing), /## Work\n\nNothing was done yet\.\n$/);
  });

  it('puts first what took most', () => {
    const text = costText({
      ...nothing,
      activities: [
        { name: 'reading', times: 3, milliseconds: 4.25, longest: 2 },
        { name: 'scanning', times: 1, milliseconds: 812.4, longest: 812.4 },
      ],
      memoryBytes: 64_000_000,
    });
    assert.match(text, /Memory of the server: 64 MB\./);
    assert.match(text, /\| scanning \| 1 \| 812 \| 812 \|\n\| reading \| 3 \| 4\.3 \| 2\.0 \|/);
  });

  it('names what a person can change, and what was left out', () => {
    const text = costText({
      ...nothing,
      patterns: [{ name: '.leadlight/guidance.yaml', milliseconds: 120, line: 4 }],
      skipped: ['big.bin was not scanned: it is binary.'],
    });
    assert.match(text, /## Slowest patterns[^#]*\| \.leadlight\/guidance\.yaml, line 5 \| 120 \|/);
    assert.match(text, /## Left out\n\n- big\.bin was not scanned/);
    assert.doesNotMatch(text, /Slowest files/);
  });

  it('takes names for text', () => {
    const text = costText({
      ...nothing,
      files: [{ name: 'a|b\n<img src=x> [x](command:y)', milliseconds: 1 }],
    });
    assert.match(text, /a\\\|b \\<img src=x\\> \\\[x\\\]\(command:y\)/);
  });
});
