import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  markOf,
  marksIn,
  noProgress,
  type Progress,
  progressIn,
  readProgress,
  type StepMark,
  withMark,
  withMarks,
  withRole,
  withSeen,
  seenIn,
  withWelcome,
} from '../../../src/client/state/progress';

const mark: StepMark = { state: 'done', at: '2026-11-22T10:00:00.000Z', fingerprint: 'f1' };
const place = { repository: 'r1', key: 'first-day' };
const kept = withWelcome(withMarks(noProgress, place, { hello: mark }), 'r1', mark.at);

describe('progress', () => {
  it('is read as it was written', () => {
    assert.deepEqual(readProgress(JSON.parse(JSON.stringify(kept))), { kind: 'progress', progress: kept });
    assert.deepEqual(readProgress(undefined), { kind: 'progress', progress: noProgress });
  });

  it('of a newer version is known by its number, whatever else is in it', () => {
    assert.equal(readProgress({ version: 2, repositories: 'elsewhere' }).kind, 'newer');
  });

  it('that is none is broken', () => {
    for (const stored of [
      null,
      'text',
      [],
      {},
      { version: 1 },
      { version: 1, repositories: [] },
      { version: 1, repositories: { r1: {} } },
      { version: 1, repositories: { r1: { walkthroughs: { w: { s: { ...mark, state: 'half' } } } } } },
      { version: 1, repositories: { r1: { welcomed: 1, walkthroughs: {} } } },
      { version: 1, repositories: { r1: { role: 1, walkthroughs: {} } } },
      { version: 1, repositories: { r1: { seen: { day: { a: 1 } }, walkthroughs: {} } } },
    ])
      assert.equal(readProgress(stored).kind, 'broken', JSON.stringify(stored));
  });

  it('that is cut in half keeps all that can be read', () => {
    const stored = {
      version: 1,
      repositories: {
        r1: {
          welcomed: 7,
          walkthroughs: { 'first-day': { hello: mark, tests: { state: 'do' } }, 'on-call': 'x' },
        },
        r2: null,
        r3: { welcomed: mark.at },
      },
    };
    assert.deepEqual(readProgress(stored), {
      kind: 'broken',
      progress: {
        version: 1,
        repositories: {
          r1: { walkthroughs: { 'first-day': { hello: mark } } },
          r3: { welcomed: mark.at, walkthroughs: {} },
        },
      },
    });
  });

  it('is forgotten for one walkthrough, and stays for the rest', () => {
    const two = withMarks(kept, { ...place, key: 'on-call' }, { page: mark });
    const reset = withMarks(two, place, {});
    assert.deepEqual(marksIn(reset, place), {});
    assert.deepEqual(marksIn(reset, { ...place, key: 'on-call' }), { page: mark });
    assert.equal(progressIn(reset, 'r1').welcomed, mark.at);
  });

  it('has a role for each repository, which can be given up', () => {
    const chosen = withRole(kept, 'r1', 'backend');
    assert.deepEqual(readProgress(JSON.parse(JSON.stringify(chosen))), {
      kind: 'progress',
      progress: chosen,
    });
    assert.equal(progressIn(chosen, 'r1').role, 'backend');
    assert.equal(progressIn(chosen, 'r2').role, undefined);
    assert.deepEqual(withRole(chosen, 'r1', undefined), kept);
  });

  it('knows what a person has seen of each walkthrough, beside what they did', () => {
    const seen = withSeen(withRole(kept, 'r1', 'backend'), place, { hello: 'f1' });
    assert.deepEqual(readProgress(JSON.parse(JSON.stringify(seen))), { kind: 'progress', progress: seen });
    assert.deepEqual(seenIn(seen, place), { hello: 'f1' });
    assert.deepEqual(marksIn(seen, place), { hello: mark });
    assert.equal(seenIn(seen, { ...place, key: 'constructor' }), undefined);
    assert.deepEqual(seenIn(withRole(seen, 'r1', undefined), place), { hello: 'f1' });
    assert.equal(seenIn(withSeen(seen, place, undefined), place), undefined);
  });

  it('keeps every step by its id, also one that is named like a part of an object', () => {
    const ids = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString'));
    fc.assert(
      fc.property(fc.array(fc.tuple(ids, ids, ids)), ids, (steps, other) => {
        let progress: Progress = noProgress;
        for (const [repository, key, step] of steps)
          progress = withMarks(
            progress,
            { repository, key },
            withMark(marksIn(progress, { repository, key }), step, mark),
          );
        const read = readProgress(JSON.parse(JSON.stringify(progress)));
        assert.equal(read.kind, 'progress');
        for (const [repository, key, step] of steps)
          assert.deepEqual(markOf(marksIn(progress, { repository, key }), step), mark);
        if (!steps.some(([repository]) => repository === other))
          assert.deepEqual(progressIn(progress, other), { walkthroughs: {} });
      }),
    );
  });
});
