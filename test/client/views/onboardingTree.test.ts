import assert from 'node:assert/strict';
import {
  type Known,
  leftOutNode,
  stepNodes,
  walkthroughNode,
} from '../../../src/client/views/onboardingTree';
import type { StepMarks } from '../../../src/client/state/progress';
import { onPath } from '../../../src/client/walkthrough/rolePath';
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

const news = new Map([['c', 'new'] as const]);
const known = (some: StepMarks): Known => ({ marks: some, news: new Map() });

describe('the view Onboarding', () => {
  it('says how much of a walkthrough is done', () => {
    assert.equal(walkthroughNode(walkthrough, known({})).description, '0 of 3 done');
    assert.equal(walkthroughNode(walkthrough, known({ a: marks.a })).description, '1 of 3 done');
    assert.equal(walkthroughNode(walkthrough, { marks, news }).description, '1 of 3 done · 1 new');
  });

  it('says of each step its state, and whether its place is lost', () => {
    assert.deepEqual(
      stepNodes(walkthrough, { marks, news }, here).map(({ icon, description }) => [icon, description]),
      [
        ['pass', 'done'],
        ['debug-step-over', 'skipped'],
        ['circle-large-outline', 'open · place missing · new'],
      ],
    );
  });

  it('counts what is on the path of a role, and says what is left out', () => {
    const all = walkthroughOf([
      playedStep('a'),
      playedStep('b', { roles: ['backend'] }),
      playedStep('c', { roles: ['frontend', 'design'] }),
    ]);
    const { walkthrough: backend, path } = onPath(all, 'backend');
    assert.equal(walkthroughNode(backend, known({ a: marks.a, c: marks.a })).description, '1 of 2 done');
    assert.equal(leftOutNode(backend, path).label, '1 step for other roles is left out.');
  });

  it('says which step is untrue now, and what is different', () => {
    const check = { kind: 'exists', path: '.env' } as const;
    const untrue = { a: { ...marks.a, untrue: 'There is no .env.' } };
    const played = walkthroughOf([playedStep('a', { check }), playedStep('b')]);
    const [node] = stepNodes(played, known(untrue), here);
    assert.equal(node?.icon, 'warning');
    assert.equal(node.description, 'was done, untrue now');
    assert.equal(node.detail, 'There is no .env.');
    assert.equal(walkthroughNode(played, known(untrue)).description, '0 of 2 done · 1 untrue now');
    assert.equal(firstOpen(played.played, { ...untrue, b: marks.b }), 0);
  });

  it('marks what cannot be checked here, with the reason, until it can', () => {
    const check = { kind: 'tool', tool: 'node', range: '' } as const;
    const played = walkthroughOf([playedStep('a', { check }), playedStep('b')]);
    const look = (trusted: boolean) =>
      stepNodes(played, known({}), { ...here, trusted }).map(({ icon, description, isChecked }) => [
        icon,
        description,
        isChecked,
      ]);
    const plain = ['circle-large-outline', 'open', false];
    assert.deepEqual(look(false), [['lock', 'open · not checked here', true], plain]);
    assert.deepEqual(look(true), [['circle-large-outline', 'open', true], plain]);
    assert.match(
      stepNodes(played, known({}), { ...here, trusted: false })[0]?.detail ?? '',
      /^Restricted Mode/,
    );
  });

  it('goes on at the first step that is left', () => {
    assert.equal(firstOpen(walkthrough.played, marks), 2);
    assert.equal(firstOpen(walkthrough.played, {}), 0);
    assert.equal(firstOpen([playedStep('a')], marks), 0);
  });
});
