import assert from 'node:assert/strict';
import {
  type MarkedEntry,
  marksOf,
  readMarks,
  withMark,
  withoutMarks,
} from '../../../src/client/state/marks';

describe('marks', () => {
  const folded = entry('shop', 'philosophy:errors', 'folded');
  const muted = entry('shop', 'term:cart', 'muted');
  const elsewhere = entry('bank', 'philosophy:errors', 'muted');

  it('are looked up in their repository', () => {
    const all = [folded, muted, elsewhere];
    assert.deepEqual(
      [...marksOf(all, 'shop')],
      [
        ['philosophy:errors', 'folded'],
        ['term:cart', 'muted'],
      ],
    );
    assert.deepEqual([...marksOf(all, 'bank')], [['philosophy:errors', 'muted']]);
    assert.deepEqual([...marksOf(all, 'farm')], []);
  });

  it('give way to a later mark of the same entry', () => {
    const again = { ...folded, mark: 'muted' } as const;
    assert.deepEqual(withMark([folded, elsewhere], again), [elsewhere, again]);
  });

  it('go one by one and all at once', () => {
    assert.deepEqual(withoutMarks([folded, muted, elsewhere], [folded]), [muted, elsewhere]);
    assert.deepEqual(withoutMarks([folded, muted, elsewhere], [folded, muted]), [elsewhere]);
  });

  it('survive a store that another version wrote', () => {
    const broken = [
      undefined,
      null,
      7,
      'text',
      [],
      {},
      { ...folded, mark: 'starred' },
      { ...folded, key: 7 },
    ];
    assert.deepEqual(readMarks([...broken, folded]), [folded]);
    for (const stored of [undefined, null, 'text', { 0: folded }]) assert.deepEqual(readMarks(stored), []);
  });

  it('survive being stored', () => {
    assert.deepEqual(readMarks(JSON.parse(JSON.stringify([folded, elsewhere]))), [folded, elsewhere]);
  });
});

function entry(repository: string, key: string, mark: MarkedEntry['mark']): MarkedEntry {
  return { repository, key, kind: key.split(':')[0] ?? '', title: `Title of ${key}`, mark };
}
