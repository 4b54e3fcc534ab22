import assert from 'node:assert/strict';
import type { DebtMarker } from '../../../src/core/features/debt';
import { debtText } from '../../../src/core/features/debtExport';

/** A marker with nothing written on it but what a test is about. */
function marker(given: Partial<DebtMarker>): DebtMarker {
  return {
    uri: 'file:///w/src/a.ts',
    path: 'src/a.ts',
    tag: 'TODO',
    kind: 'debt',
    range: { start: { line: 0, character: 3 }, end: { line: 0, character: 7 } },
    text: 'later',
    fingerprint: 'f',
    level: 'hint',
    missing: [],
    isOverdue: false,
    isMine: false,
    ...given,
  };
}

describe('the export of debt', () => {
  it('is a table in Markdown in which no text can be more than text', () => {
    const text = 'a | b\n<img src=x> [l](command:x)';
    const table = debtText([marker({ text, owner: '@maya' })], 'markdown');
    const [head, rule, row, ...rest] = table.split('\n');
    assert.equal(head, '| Place | Marker | Text | Owner | Issue | Due | Cost |');
    assert.equal(rule, '| --- | --- | --- | --- | --- | --- | --- |');
    assert.equal(row, '| src/a.ts:1 | TODO | a \\| b \\<img src=x\\> \\[l\\](command:x) | @maya |  |  |  |');
    assert.deepEqual(rest, ['']);
  });

  it('is CSV with quotes where they are needed', () => {
    const [, row] = debtText([marker({ text: 'say "hi", twice', due: '2027-01-31' })], 'csv').split('\r\n');
    assert.equal(row, 'src/a.ts,1,4,TODO,debt,"say ""hi"", twice",,,2027-01-31,,no,,,,,,,');
  });

  it('holds no formula that a spreadsheet would run', () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '|calc', '  =1', '\t=1', '\uff1d1'];
    for (const text of texts) {
      const [, row] = debtText([marker({ text })], 'csv').split('\r\n');
      assert.match(row!, /^src\/a\.ts,1,4,TODO,debt,"?'/, JSON.stringify(text));
    }
    const [, plain] = debtText([marker({ text: 'a = b' })], 'csv').split('\r\n');
    assert.match(plain!, /,debt,a = b,/);
  });

  it('is JSON of all that is known', () => {
    for (const markers of [[], [marker({})], [marker({}), marker({ text: 'other' })]]) {
      assert.deepEqual(JSON.parse(debtText(markers, 'json')), { markers });
    }
  });
});
