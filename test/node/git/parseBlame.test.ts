import assert from 'node:assert/strict';
import { parseBlame } from '../../../src/node/git/parseBlame';

function dayAt(seconds: string, zone = '+0000'): string | undefined {
  const commit = 'a'.repeat(40);
  const output = `${commit} 1 1 1\nauthor Maya\nauthor-time ${seconds}\nauthor-tz ${zone}\nfilename a.ts\n`;
  return parseBlame(output).lines[0]?.day;
}

describe('parseBlame', () => {
  it('tells the day that it was where the author sat', () => {
    assert.equal(dayAt('1704067200'), '2024-01-01');
    assert.equal(dayAt('1704067200', '-0130'), '2023-12-31');
    assert.equal(dayAt('1704067199', '+0530'), '2024-01-01');
  });

  it('tells none where the commit claims a second that has none', () => {
    for (const seconds of ['253402300800', '99999999999999', 'x', '-99999999999'])
      assert.equal(dayAt(seconds), '', seconds);
  });
});
