import assert from 'node:assert/strict';
import { readText } from './repository';

interface Color {
  readonly id: string;
  readonly defaults: Readonly<Record<keyof typeof backgrounds, string>>;
}

/** Editor backgrounds of VS Code's own themes. */
const backgrounds = {
  dark: '#1F1F1F',
  light: '#FFFFFF',
  highContrast: '#000000',
  highContrastLight: '#FFFFFF',
} as const;

/** What WCAG 2.2 asks of text: level AA, and AAA where somebody chose high contrast. */
const wanted = { dark: 4.5, light: 4.5, highContrast: 7, highContrastLight: 7 } as const;

const { contributes } = JSON.parse(readText('package.json')) as {
  readonly contributes: { readonly colors: readonly Color[] };
};
/** Without tints, which let the background through. */
const solid = contributes.colors.filter(({ defaults }) => defaults.dark.length === 7);

describe('the colors of the manifest', () => {
  it('can be read in each kind of theme', () => {
    const texts = solid.filter(({ id }) => id.startsWith('leadlight.marker.'));
    assert.ok(texts.length >= 5);
    for (const { id, defaults } of texts) {
      for (const theme of Object.keys(backgrounds) as (keyof typeof backgrounds)[]) {
        const ratio = contrast(defaults[theme], backgrounds[theme]);
        assert.ok(ratio >= wanted[theme], `${id} in ${theme}: ${ratio.toFixed(2)}`);
      }
    }
  });

  it('are measured as WCAG does', () => {
    assert.equal(contrast('#000000', '#FFFFFF').toFixed(1), '21.0');
    assert.equal(contrast('#777777', '#FFFFFF').toFixed(2), '4.48');
  });
});

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
