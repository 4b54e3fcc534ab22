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
const here = { trusted: true, hasTools: true, hasTerminals: true };
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
      stepNodes(walkthrough, marks, here).map(({ icon, description }) => [icon, description]),
      [
        ['pass', 'done'],
        ['debug-step-over', 'skipped'],
        ['circle-large-outline', 'open · place missing'],
      ],
    );
  });

  it('says which step is untrue now, and what is different', () => {
    const check = { kind: 'exists', path: '.env' } as const;
    const untrue = { a: { ...marks.a, untrue: 'There is no .env.' } };
    const played = walkthroughOf([playedStep('a', { check }), playedStep('b')]);
    const [node] = stepNodes(played, untrue, here);
    assert.equal(node?.icon, 'warning');
    assert.equal(node.description, 'was done, untrue now');
    assert.equal(node.detail, 'There is no .env.');
    assert.equal(walkthroughNode(played, untrue).description, '0 of 2 done · 1 untrue now');
    assert.equal(firstOpen(played.played, { ...untrue, b: marks.b }), 0);
  });

  it('marks what cannot be checked here, with the reason, until it can', () => {
    const check = { kind: 'tool', tool: 'node', range: '' } as const;
    const played = walkthroughOf([playedStep('a', { check }), playedStep('b')]);
    const look = (trusted: boolean) =>
      stepNodes(played, {}, { ...here, trusted }).map(({ icon, description, isChecked }) => [
        icon,
        description,
        isChecked,
      ]);
    const plain = ['circle-large-outline', 'open', false];
    assert.deepEqual(look(false), [['lock', 'open · not checked here', true], plain]);
    assert.deepEqual(look(true), [['circle-large-outline', 'open', true], plain]);
    assert.match(stepNodes(played, {}, { ...here, trusted: false })[0]?.detail ?? '', /^Restricted Mode/);
  });

  it('goes on at the first step that is left', () => {
    assert.equal(firstOpen(walkthrough.played, marks), 2);
    assert.equal(firstOpen(walkthrough.played, {}), 0);
    assert.equal(firstOpen([playedStep('a')], marks), 0);
  });
});
