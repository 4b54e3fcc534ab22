import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cssColor } from '../../../src/client/import/cssColor';

describe('cssColor', () => {
  it('reads the forms that settings have', () => {
    const expected = {
      red: '#FF0000',
      LightSkyBlue: '#87CEFA',
      '#4af': '#44AAFF',
      '#4af8': '#44AAFF',
      '#54160b': '#54160B',
      '#54160b80': '#54160B',
      'rgb(255,128,0)': '#FF8000',
      'rgba(255, 128, 0, .5)': '#FF8000',
      'rgb(255 128 0 / 50%)': '#FF8000',
    };
    assert.deepEqual(
      Object.fromEntries(Object.keys(expected).map((text) => [text, cssColor(text)])),
      expected,
    );
  });

  it('does not guess', () => {
    for (const text of [
      '',
      '#12',
      '#12345',
      'rgb(256,0,0)',
      'peekViewResult.background',
      'constructor',
      'var(--x)',
    ])
      assert.equal(cssColor(text), undefined, text);
  });

  it('gives six digits or nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => assert.match(cssColor(text) ?? '#000000', /^#[0-9A-F]{6}$/)),
    );
  });
});
