import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { StepMark } from '../../../../src/client/state/progress';
import { readProgress, withMarks, noProgress } from '../../../../src/client/state/progress';
import {
  containsFinding,
  type Finding,
  settled,
  settingFinding,
} from '../../../../src/client/walkthrough/checks/finding';
import { toolFinding } from '../../../../src/client/walkthrough/checks/toolFinding';
import { stateOf } from '../../../../src/client/walkthrough/stepState';
import { playedStep } from '../played';

const exists = { kind: 'exists', path: '.env' } as const;
const task = { kind: 'task', task: 'build' } as const;
const command = { kind: 'command', command: 'npm test' } as const;
const found: Finding = { holds: 'yes', why: 'There is .env.' };
const gone: Finding = { holds: 'no', why: 'There is no .env.' };
const untold: Finding = { holds: 'unknown', why: 'Nobody knows.' };
const now = { check: exists, fingerprint: 'a', at: '2026-11-22T11:00:00.000Z', isAsked: false } as const;
const done: StepMark = { state: 'done', at: '2026-11-22T10:00:00.000Z', fingerprint: 'a' };
const skipped: StepMark = { ...done, state: 'skipped' };
const untrue: StepMark = { ...done, untrue: gone.why };

describe('what is remembered of a step after a look', () => {
  const fresh: StepMark = { state: 'done', at: now.at, fingerprint: 'a' };
  it('is that it is done, once it holds', () => assert.deepEqual(settled(undefined, found, now), fresh));
  it('is that it is untrue, with what was found', () => assert.deepEqual(settled(done, gone, now), untrue));
  it('is that it was done before, when it holds again', () =>
    assert.deepEqual(settled(untrue, found, now), done));
  it('is nothing new where it cannot be told', () => {
    for (const mark of [undefined, done, skipped, untrue]) assert.equal(settled(mark, untold, now), mark);
  });
  it('is nothing of what was never done', () => assert.equal(settled(undefined, gone, now), undefined));
  it('is the very same where nothing changed', () => {
    assert.equal(settled(done, found, now), done);
    assert.equal(settled(untrue, gone, now), untrue);
  });
  it('is that it was skipped, until a person asks', () => {
    assert.equal(settled(skipped, found, now), skipped);
    assert.equal(settled(skipped, gone, { ...now, isAsked: true }), skipped);
    assert.deepEqual(settled(skipped, found, { ...now, isAsked: true }), fresh);
  });
  it('is that its text is new, until a person asks', () => {
    const other = { ...now, fingerprint: 'b' };
    assert.equal(settled(done, found, other), done);
    assert.deepEqual(settled(done, found, { ...other, isAsked: true }), { ...fresh, fingerprint: 'b' });
  });
  it('is that a task or a command ended well, whatever came later', () => {
    for (const check of [task, command]) assert.equal(settled(done, gone, { ...now, check }), done);
  });

  const mark = fc.constantFrom(undefined, done, skipped, untrue);
  const finding = fc.constantFrom(found, gone, untold);
  const step = playedStep('a', { check: exists });

  it('is told as done where the last look that could tell held, and never where it did not', () =>
    fc.assert(
      fc.property(mark, fc.array(finding), fc.boolean(), (first, looks, isAsked) => {
        const last = looks.reduce((before, look) => settled(before, look, { ...now, isAsked }), first);
        const told = looks.findLast(({ holds }) => holds !== 'unknown');
        const state = stateOf(step, last === undefined ? {} : { a: last });
        if (told === gone) assert.notEqual(state, 'done');
        if (told === found) assert.ok(state === 'done' || (state === 'skipped' && !isAsked));
      }),
    ));

  it('can be stored, and read again', () =>
    fc.assert(
      fc.property(mark, finding, fc.boolean(), (before, look, isAsked) => {
        const after = settled(before, look, { ...now, isAsked });
        const stored = withMarks(
          noProgress,
          { repository: 'r', key: 'k' },
          after === undefined ? {} : { a: after },
        );
        assert.deepEqual(readProgress(JSON.parse(JSON.stringify(stored))), {
          kind: 'progress',
          progress: stored,
        });
      }),
    ));
});

describe('the state of a step', () => {
  it('is untrue only where its check can be', () => {
    const marks = { a: untrue };
    assert.equal(stateOf(playedStep('a', { check: exists }), marks), 'untrue');
    assert.equal(stateOf(playedStep('a', { fingerprint: 'b', check: exists }), marks), 'untrue');
    assert.equal(stateOf(playedStep('a', { fingerprint: 'b' }), marks), 'changed');
    assert.equal(stateOf(playedStep('a', { check: task }), marks), 'done');
  });
});

describe('a setting', () => {
  const look = (value: unknown, equals: unknown) => settingFinding('a.b', { value, equals });

  it('holds where its value is the one that is asked for, whatever the order of keys', () => {
    assert.deepEqual(look(true, true), { holds: 'yes', why: 'The setting a.b is true.' });
    assert.equal(look({ x: [1, { y: null }], z: 'q' }, { z: 'q', x: [1, { y: null }] }).holds, 'yes');
  });

  it('says what it is instead', () => {
    assert.equal(look(false, true).why, 'The setting a.b is false; true is asked for.');
    assert.equal(look(undefined, 2).why, 'The setting a.b is not set; 2 is asked for.');
    assert.equal(look(null, 'x').why, 'The setting a.b is null; "x" is asked for.');
  });

  it('never tells a text, which may be a secret', () => {
    for (const secret of ['hunter2', ['hunter2'], { token: 'hunter2' }]) {
      const { holds, why } = look(secret, true);
      assert.equal(holds, 'no');
      assert.doesNotMatch(why, /hunter2/);
    }
  });

  it('is the same as itself, and nothing else', () =>
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        assert.equal(look(structuredClone(one), one).holds, 'yes');
        const [left, right] = [JSON.stringify(one), JSON.stringify(other)];
        if (left.length !== right.length) assert.equal(look(one, other).holds, 'no');
      }),
    ));

  it('does not take a list for an object', () => assert.equal(look([], {}).holds, 'no'));
});

describe('a text in a file', () => {
  const look = (text: string, wanted: string) => containsFinding('.env', { text, wanted });

  it('is found whatever the ends of its lines are', () => {
    assert.deepEqual(look('A=1\r\nB=2\r\n', 'A=1\nB=2'), { holds: 'yes', why: '.env contains "A=1 B=2".' });
    assert.equal(look('A=1\nB=2', 'A=1\r\nB=2').holds, 'yes');
  });

  it('is said to be missing', () =>
    assert.deepEqual(look('a', 'A'), { holds: 'no', why: '.env does not contain "A".' }));
});

describe('a tool', () => {
  const check = { kind: 'tool', tool: 'node', range: '>= 20 < 25' } as const;
  const said = (output: string) => toolFinding(check, { kind: 'said', output });

  it('is held against what is asked for', () => {
    assert.deepEqual(said('v20.0.0\n'), { holds: 'yes', why: 'node 20.0.0 was found.' });
    assert.deepEqual(said('v18.2.0\n'), {
      holds: 'no',
      why: 'node 18.2.0 was found; 20 or later, before 25 is asked for.',
    });
    assert.equal(toolFinding({ ...check, range: '' }, { kind: 'said', output: 'v1.0.0' }).holds, 'yes');
  });

  it('that is not there is no tool', () => {
    const why = 'node was not found; 20 or later, before 25 is asked for.';
    assert.deepEqual(toolFinding(check, { kind: 'missing' }), { holds: 'no', why });
  });

  it('that does not tell is not known', () => {
    assert.deepEqual(said('hello'), { holds: 'unknown', why: 'node did not tell its version.' });
    const answer = { kind: 'failed', why: 'failed with exit code 3' } as const;
    assert.deepEqual(toolFinding(check, answer), { holds: 'unknown', why: 'node failed with exit code 3.' });
  });
});
