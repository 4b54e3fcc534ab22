import assert from 'node:assert/strict';
import { throttle } from '../../src/client/throttle';

const turn = (ms = 0) => new Promise((done) => setTimeout(done, ms));

describe('throttle', () => {
  it('runs at once, and once more for all calls that came meanwhile', async () => {
    let runs = 0;
    const soon = throttle(10, async () => void (runs += 1));
    soon.call();
    assert.equal(runs, 1);
    soon.call();
    soon.call();
    assert.equal(runs, 1);
    await turn(40);
    assert.equal(runs, 2);
    soon.dispose();
  });

  it('never runs twice at the same time, and loses no last call', async () => {
    let running = 0;
    let seen = 0;
    let calls = 0;
    const soon = throttle(1, async () => {
      const at = calls;
      assert.equal(++running, 1);
      await turn(5);
      running -= 1;
      seen = at;
    });
    for (; calls < 10; await turn(2)) {
      calls += 1;
      soon.call();
    }
    await turn(40);
    assert.equal(seen, 10);
    soon.dispose();
  });

  it('is silent once it is disposed', async () => {
    let runs = 0;
    const soon = throttle(1, async () => void (runs += 1));
    soon.call();
    soon.call();
    soon.dispose();
    soon.call();
    await turn(20);
    assert.equal(runs, 1);
  });
});
