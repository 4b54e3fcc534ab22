import assert from 'node:assert/strict';
import { hostileGuidance, hostileNames, largeGuidance } from './hostileGuidance';
import { hostilePayloads, largePayloads } from './hostilePayloads';
import { hostileSurfaces, type Surfaces } from './hostileSurfaces';
import { markdownDepth, markdownHoles, unseenIn } from './markdownHoles';
import { rootUri } from './memoryHost';

/** VS Code cuts a longer text, in the middle of whatever is there. */
const longest = 100_000;
const deepest = 40;

/** What is dangerous in what a person is shown, each with the beginning of the text that holds it. */
function holesIn({ markdown, plain }: Surfaces): readonly string[] {
  assert.ok(markdown.size > 0, 'nothing was shown');
  const holes = [
    ...[...markdown].flatMap((text) =>
      markdownHoles(text, rootUri).map((hole) => `${hole} in ${excerpt(text)}`),
    ),
    ...[...plain].flatMap((text) => unseenIn(text).map((hole) => `${hole} in the label ${excerpt(text)}`)),
  ];
  return [...new Set(holes)].slice(0, 5);
}

function excerpt(text: string): string {
  return JSON.stringify(text.slice(0, 160));
}

describe('hostile text', function () {
  this.timeout(30_000);

  for (const { name, text } of hostilePayloads) {
    it(`is text and harmless links in every field: ${name}`, async () => {
      assert.deepEqual(holesIn(await hostileSurfaces(hostileGuidance(text))), []);
    });
  }

  for (const { name, text } of hostilePayloads) {
    it(`is text in the names of sources: ${name}`, async () => {
      assert.deepEqual(holesIn(await hostileSurfaces(hostileNames(text))), []);
    });
  }

  for (const { name, text } of largePayloads) {
    it(`is bounded and harmless where it is large: ${name}`, async () => {
      const surfaces = await hostileSurfaces(largeGuidance(text));
      assert.deepEqual(holesIn(surfaces), []);
      for (const markdown of surfaces.markdown) {
        assert.ok(markdown.length <= longest, `${markdown.length} characters: ${excerpt(markdown)}`);
        assert.ok(markdownDepth(markdown) <= deepest, `${markdownDepth(markdown)} levels`);
      }
    });
  }
});
