import assert from 'node:assert/strict';
import { safeHtml } from '../../../src/core/text/html';
import { largePayloads } from '../hostilePayloads';
import { rootUri } from '../memoryHost';
import { htmlHoles } from './htmlHoles';

describe('safeHtml of large texts', () => {
  for (const { name, text } of largePayloads) {
    it(`is harmless, and done within a second, for ${name}`, function () {
      this.timeout(1_000);
      assert.deepEqual(htmlHoles(safeHtml(text, { linkBase: rootUri, root: rootUri }), rootUri), []);
    });
  }
});
