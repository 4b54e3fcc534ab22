import assert from 'node:assert/strict';
import { stepNodes, walkthroughNode } from '../../../src/client/views/onboardingTree';
import { firstOpen } from '../../../src/client/walkthrough/stepState';
import { playedStep, walkthroughOf } from '../walkthrough/played';

const at = '2026-11-22T10:00:00.000Z';
const marks = {
  a: { state: 'done', at, fingerprint: 'a' },
  b: { state: 'skipped', at, fingerprint: 'b' },
  gone: { state: 'done', at, fingerprint: 'x' },
} as const;
const walkthrough = walkthroughOf([
  playedStep('a'),
  playedStep('b'),
  playedStep('c', { anchor: { state: 'missing', path: 'c.ts' } }),
]);

describe('the view Onboarding', () => {
  it('says how much of a walkthrough is done', () => {
    assert.equal(walkthroughNode(walkthrough, {}).description, '0 of 3 done');
    assert.equal(walkthroughNode(walkthrough, { a: marks.a }).description, '1 of 3 done');
  });

  it('says of each step its state, and whether its place is lost', () => {
    assert.deepEqual(
      stepNodes(walkthrough, marks).map(({ icon, description }) => [icon, description]),
      [
        ['pass', 'done'],
        ['debug-step-over', 'skipped'],
        ['circle-large-outline', 'open · place missing'],
      ],
    );
  });

  it('goes on at the first step that is left', () => {
    assert.equal(firstOpen(walkthrough.played, marks), 2);
    assert.equal(firstOpen(walkthrough.played, {}), 0);
    assert.equal(firstOpen([playedStep('a')], marks), 0);
  });
});
