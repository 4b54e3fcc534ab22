/** A mocha root hook: a test that fails while pages are open leaves a picture of each in out/failures/. */
import { join } from 'node:path';
import { openPages } from './editor.mjs';
import { screenshot } from './editorPage';
import { root } from './setUp.mjs';

export const mochaHooks = {
  async afterEach(this: Mocha.Context): Promise<void> {
    const test = this.currentTest;
    if (test?.state !== 'failed') return;
    const name = test.fullTitle().replaceAll(/\W+/g, '-').slice(0, 100);
    for (const [index, page] of [...openPages].entries()) {
      await screenshot(page, join(root, 'out', 'failures', `${name}-${index}.png`)).catch(() => undefined);
    }
  },
};
