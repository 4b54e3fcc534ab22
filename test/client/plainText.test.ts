import assert from 'node:assert/strict';
import { plainText } from '../../src/client/plainText';

describe('plainText', () => {
  it('takes icons for text', () => {
    assert.equal(plainText('$(bug) and $(sync~spin)'), '\\$(bug) and \\$(sync~spin)');
  });

  it('leaves alone what the editor shows as it stands', () => {
    for (const text of ['costs $5', '$(a b)', '$()', 'jQuery $(']) assert.equal(plainText(text), text);
  });
});
