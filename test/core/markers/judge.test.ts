import assert from 'node:assert/strict';
import { scanRegions } from '../../../src/core/comments/scanRegions';
import { defaultTags } from '../../../src/core/markers/defaultTags';
import { findMarkers } from '../../../src/core/markers/findMarkers';
import { judge } from '../../../src/core/markers/judge';
import type { Policy } from '../../../src/core/markers/policy';

const today = '2026-11-22';

/** What is judged of a comment: `missing; deadline!`, with `!` when it is overdue. */
function judged(comment: string, policy: Partial<Policy>, since?: string): string {
  const [marker] = findMarkers(comment, scanRegions(comment, 'typescript'), defaultTags);
  const { missing, deadline, isOverdue } = judge(
    marker!,
    { require: [], ...policy },
    { today, ...(since !== undefined && { since }) },
  );
  return `${missing.join(' ')}; ${deadline ?? 'never'}${isOverdue ? '!' : ''}`;
}

describe('judge', () => {
  it('tells what the policy requires and the marker lacks, in the order of the policy', () => {
    const require = ['issue', 'owner', 'due', 'cost'] as const;
    assert.equal(judged('// TODO: a', { require }), 'issue owner due cost; never');
    assert.equal(judged('// TODO(maya, ~2d): a', { require }), 'issue due; never');
    assert.equal(judged('// eslint-disable-line a -- b', { require: ['reason', 'owner'] }), 'owner; never');
    assert.equal(judged('// eslint-disable-line a', { require: ['reason'] }), 'reason; never');
    assert.equal(judged('// eslint-disable-line a -- #12', { require: ['reason'] }), '; never');
    assert.equal(judged('// TODO: a', {}), '; never');
  });

  it('takes a written day for the last one', () => {
    assert.equal(judged('// TODO(2026-11-21): a', {}), '; 2026-11-21!');
    assert.equal(judged('// TODO(2026-11-22): a', {}), '; 2026-11-22');
    assert.equal(judged('// TODO(2026-11-23): a', { expires: '1d' }, '2020-01-01'), '; 2026-11-23');
  });

  it('counts an expiry from the day the marker was written', () => {
    assert.equal(judged('// TODO: a', { expires: '90d' }, '2026-08-23'), '; 2026-11-21!');
    assert.equal(judged('// TODO: a', { expires: '90d' }, '2026-08-24'), '; 2026-11-22');
    assert.equal(judged('// TODO: a', { expires: '2w' }, '2026-11-08'), '; 2026-11-22');
    assert.equal(judged('// TODO: a', { expires: '6mo' }, '2026-08-31'), '; 2027-02-28');
    assert.equal(judged('// TODO: a', { expires: '1y' }, '2024-02-29'), '; 2025-02-28!');
    assert.equal(judged('// TODO: a', { expires: '99999999999y' }, '2024-02-29'), '; 9999-12-31');
    assert.equal(judged('// TODO: a', { expires: '99999999999d' }, '2024-02-29'), '; 9999-12-31');
  });

  it('lets nothing expire whose day is not known', () => {
    assert.equal(judged('// TODO: a', { expires: '1d' }), '; never');
  });

  it('judges a scanned marker too', () => {
    assert.deepEqual(
      judge({ due: '2026-11-21', owner: 'maya' }, { require: ['owner', 'issue'] }, { today }),
      { missing: ['issue'], deadline: '2026-11-21', isOverdue: true },
    );
  });
});
