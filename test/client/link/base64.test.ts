import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toBase64 } from '../../../src/client/link/base64';

describe('toBase64', () => {
  it('writes what Node reads', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        assert.deepEqual(new Uint8Array(Buffer.from(toBase64(bytes), 'base64')), bytes);
      }),
    );
  });

  it('writes more bytes than a call takes arguments', () => {
    const bytes = Uint8Array.from({ length: 500_001 }, (_, index) => index % 256);
    assert.equal(toBase64(bytes), Buffer.from(bytes).toString('base64'));
  });
});
