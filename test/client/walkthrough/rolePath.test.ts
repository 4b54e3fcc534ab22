import assert from 'node:assert/strict';
import fc from 'fast-check';
import { onPath } from '../../../src/client/walkthrough/rolePath';
import { playedStep, walkthroughOf } from './played';

describe('the path of a role', () => {
  const all = walkthroughOf([
    playedStep('hello'),
    playedStep('database', { roles: ['backend'] }),
    playedStep('colours', { roles: ['frontend', 'design'] }),
    playedStep('review', { roles: ['backend', 'frontend'] }),
  ]);
  const ids = (role?: string) => onPath(all, role).walkthrough.played.map(({ id }) => id);

  it('leaves out the steps for other roles', () => {
    assert.deepEqual(ids('backend'), ['hello', 'database', 'review']);
    assert.deepEqual(ids('design'), ['hello', 'colours']);
    const { walkthrough, path } = onPath(all, 'design');
    assert.equal(walkthrough.steps, 2);
    assert.deepEqual(path, { roles: ['backend', 'frontend', 'design'], role: 'design', leftOut: 2 });
  });

  it('leaves nothing out for nobody, and for a role that no step is for any more', () => {
    for (const role of [undefined, 'on-call', 'constructor']) {
      assert.deepEqual(ids(role), ['hello', 'database', 'colours', 'review']);
      assert.deepEqual(onPath(all, role).path.role, undefined);
    }
  });

  it('keeps the order, loses no step, and never leaves out one for everybody', () => {
    const role = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(role)), fc.option(role), (steps, chosen) => {
        const whole = walkthroughOf(steps.map((roles, index) => playedStep(`s${index}`, { roles })));
        const { walkthrough, path } = onPath(whole, chosen ?? undefined);
        assert.equal(walkthrough.played.length + path.leftOut, steps.length);
        assert.deepEqual(
          walkthrough.played,
          whole.played.filter((step) => walkthrough.played.includes(step)),
        );
        for (const step of whole.played)
          if (step.roles.length === 0) assert.ok(walkthrough.played.includes(step));
      }),
    );
  });
});
