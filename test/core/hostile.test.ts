import assert from 'node:assert/strict';
import { hostileGuidance, hostileNames, largeGuidance } from './hostileGuidance';
import { hostilePayloads, largePayloads } from './hostilePayloads';
import { hostileSurfaces } from './hostileSurfaces';
import { markdownDepth, markdownHoles, unseenIn } from './markdownHoles';
import { rootUri } from './memoryHost';

/** A card that is deeper, or longer for its text, was not bounded. */
const deepest = 40;
const longest = 100_000;

async function holesIn(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const { markdown, plain } = await hostileSurfaces(files);
  assert.ok(markdown.size > 0, 'nothing was shown');
  return [
    ...[...markdown].flatMap((text) =>
      markdownHoles(text, rootUri).map((hole) => `${hole} in ${excerpt(text)}`),
    ),
    ...[...plain].flatMap((text) => unseenIn(text).map((hole) => `${hole} in the label ${excerpt(text)}`)),
  ];
}

function excerpt(text: string): string {
  return JSON.stringify(text.slice(0, 200));
}

describe('hostile text in every field', function () {
  this.timeout(30_000);
  for (const { name, text } of hostilePayloads) {
    it(`shows ${name} as nothing but text and harmless links`, async () => {
      assert.deepEqual(await holesIn(hostileGuidance(text)), []);
    });
  }
});

describe('hostile names of files', function () {
  this.timeout(30_000);
  for (const { name, text } of hostilePayloads) {
    it(`shows a source named like ${name} as nothing but text`, async () => {
      assert.deepEqual(await holesIn(hostileNames(text)), []);
    });
  }
});

describe('hostile text that is large', function () {
  this.timeout(30_000);
  for (const { name, text } of largePayloads) {
    it(`bounds what is shown of ${name}`, async () => {
      const files = largeGuidance(text);
      assert.deepEqual(await holesIn(files), []);
      for (const markdown of (await hostileSurfaces(files)).markdown) {
        assert.ok(markdown.length <= longest, `${markdown.length} characters`);
        assert.ok(markdownDepth(markdown) <= deepest, `${markdownDepth(markdown)} levels`);
      }
    });
  }
});
