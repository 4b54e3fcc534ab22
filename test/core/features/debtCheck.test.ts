import assert from 'node:assert/strict';
import { baselineOf } from '../../../src/core/features/debtBaseline';
import { checkDebt } from '../../../src/core/features/debtCheck';
import { debtMarker } from './debtMarker';

describe('the check of debt', () => {
  it('finds nothing in markers that fit their baseline and keep their policies', () => {
    const markers = [debtMarker(), debtMarker({ tag: 'noqa', kind: 'suppression' })];
    assert.deepEqual(checkDebt(markers, baselineOf(markers)), { grown: [], slack: [], broken: [] });
    assert.deepEqual(checkDebt(markers, undefined), { grown: [], slack: [], broken: [] });
  });

  it('lists the markers of a tag that grew in a folder, and no others', () => {
    const old = debtMarker();
    const more = debtMarker({ path: 'src/b.ts' });
    const others = [
      debtMarker({ path: 'src/deep/c.ts' }),
      debtMarker({ tag: 'HACK' }),
      debtMarker({ kind: 'suppression' }),
    ];
    const { grown } = checkDebt([old, more, ...others], baselineOf([old, ...others]));
    assert.deepEqual(grown, [{ folder: 'src', tag: 'TODO', allowed: 1, found: 2, markers: [old, more] }]);
  });

  it('minds a broken policy of level warning only', () => {
    const bare = debtMarker({ level: 'warning', missing: ['owner'] });
    const late = debtMarker({ level: 'warning', isOverdue: true, deadline: '2026-01-31' });
    const silenced = debtMarker({ level: 'warning', kind: 'suppression', missing: ['reason'] });
    const kept = debtMarker({ level: 'warning' });
    const hinted = debtMarker({ level: 'info', missing: ['owner'], isOverdue: true });
    const markers = [bare, late, silenced, kept, hinted];
    assert.deepEqual(checkDebt(markers, undefined).broken, [bare, late, silenced]);
  });
});
