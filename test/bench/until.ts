import { setTimeout as wait } from 'node:timers/promises';

/** Asks again and again, and resolves once the answer is yes. Rejects when it is still no after two minutes. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 120_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('What was waited for did not come about in two minutes.');
    await wait(100);
  }
}
