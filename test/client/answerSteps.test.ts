import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AnswerSteps } from '../../src/client/answerSteps';
import { answerKind } from '../../src/client/state/answerFiles';
import { latestRecords } from '../../src/client/state/record';
import type { Answer } from '../../src/core/review/answer';
import { latestAnswers } from '../../src/core/review/answers';

const place = ['shop', 'branch staff-prices'];

function answer(item: string, said: Partial<Answer> = {}, second = 0): Answer {
  const at = new Date(Date.now() + second * 1_000).toISOString();
  return { version: 1, item, state: 'pass', role: 'author', fingerprint: 'a1', at, ...said };
}

/** Keeps answers as files do: of two with one id the later. */
function memory() {
  let records: readonly Answer[] = [];
  let isFull = false;
  return {
    read: () => Promise.resolve(records),
    write: (_place: readonly string[], record: Answer) => {
      if (isFull) return Promise.reject(new Error('no space left'));
      records = latestRecords([...records, record], answerKind);
      return Promise.resolve();
    },
    fill: () => (isFull = true),
    /** What each role says, and both together; without what is open. */
    said: () =>
      (['author', 'reviewer', undefined] as const).map((role) =>
        [...latestAnswers(records, role)]
          .filter(([, { state }]) => state !== 'open')
          .map(([item, { state, note = '' }]) => `${item} ${state} ${note}`)
          .sort(),
      ),
  };
}

describe('AnswerSteps', () => {
  it('takes acts back, one by one, whoever answered', async () => {
    const act = fc.oneof(
      fc.constant('start over' as const),
      fc.record({
        item: fc.constantFrom('a', 'b', 'c'),
        state: fc.constantFrom('pass', 'na', 'concern', 'open'),
        role: fc.constantFrom('author', 'reviewer'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
        const answers = memory();
        const steps = new AnswerSteps(answers);
        const states: (readonly string[])[][] = [];
        for (const [index, each] of acts.entries()) {
          const before = answers.said();
          // Where nothing is answered there is nothing to take back.
          if (each !== 'start over' || before.flat().length > 0) states.push(before);
          if (each === 'start over') await steps.startOver(place);
          else await steps.keep(place, [answer(each.item, each, index)]);
        }
        for (const before of states.reverse()) {
          await steps.undo();
          assert.deepEqual(answers.said(), before);
        }
        assert.equal(steps.canUndo, false);
      }),
    );
  });

  it('opens everything again, and brings it back', async () => {
    const answers = memory();
    const steps = new AnswerSteps(answers);
    await steps.keep(place, [answer('a'), answer('b', { state: 'na', note: 'Only words.' })]);
    await steps.keep(place, [answer('c', { role: 'reviewer' })]);
    await steps.startOver(place);
    assert.deepEqual(answers.said(), [[], [], []]);
    await steps.undo();
    assert.deepEqual(answers.said()[2], ['a pass ', 'b na Only words.', 'c pass ']);
  });

  it('says why an answer could not be kept, and takes nothing else back for it', async () => {
    const answers = memory();
    const steps = new AnswerSteps(answers);
    await steps.keep(place, [answer('a')]);
    answers.fill();
    await assert.rejects(steps.keep(place, [answer('b')]), /what was said before holds: no space left/);
    assert.equal(steps.canUndo, true);
    assert.deepEqual(answers.said()[0], ['a pass ']);
  });

  it('forgets, and remembers again', async () => {
    const steps = new AnswerSteps(memory());
    await steps.keep(place, [answer('a')]);
    const remember = steps.forget();
    assert.equal(steps.canUndo, false);
    remember();
    assert.equal(steps.canUndo, true);
  });
});
