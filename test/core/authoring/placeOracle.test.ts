import assert from 'node:assert/strict';
import { yamlPlaceAt } from '../../../src/core/authoring/place';
import { linesOf } from '../../../src/core/authoring/yamlLines';
import { parseYaml, type YamlTree } from '../../../src/core/guidance/yamlTree';
import { samples } from './samples';

/** How a whole text can be written otherwise. */
const variants: Readonly<Record<string, (text: string) => string>> = {
  'as they are': (text) => text,
  'with line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'behind a mark of the byte order': (text) => `\ufeff${text}`,
  'with an emoji before each value in quotes': (text) => text.replace(/(?<=[:[,] ?)"/g, '"🚀'),
  'behind another document': (text) => `areas: []\n---\n${text}`,
};

describe('the place of each key and value of a whole source', () => {
  for (const [name, change] of Object.entries(variants)) {
    it(`is where the parser has it: ${name}`, () => {
      let seen = 0;
      for (const sample of samples.filter(({ kind }) => kind === 'leadlight')) {
        const text = change(sample.text);
        const lines = linesOf(text);
        for (const { on, path, start } of placesIn(parseYaml(text).trees.at(-1)!, text)) {
          const place = yamlPlaceAt(lines, start);
          const shown = `${sample.path} ${path.join('/')}: ${text.slice(start, start + 30)}`;
          assert.equal(place?.path.join('/'), path.join('/'), shown);
          // The text of an item may be the first key of a mapping.
          assert.equal(place?.on, on, shown);
          assert.equal(place?.start, start, shown);
          seen += 1;
        }
      }
      assert.ok(seen > 400, `${seen} places`);
    });
  }
});

interface Expected {
  readonly on: 'key' | 'value';
  readonly path: readonly (string | number)[];
  /** Behind its quote. */
  readonly start: number;
}

function* placesIn(
  tree: YamlTree,
  text: string,
  path: readonly (string | number)[] = [],
): Generator<Expected> {
  for (const [name, pair] of tree.keys ?? []) {
    yield { on: 'key', path, start: pair.keyStart + Number(/["']/.test(text[pair.keyStart]!)) };
    yield* placesIn(pair.tree, text, [...path, name]);
  }
  for (const [index, item] of (tree.items ?? []).entries()) yield* placesIn(item, text, [...path, index]);
  const { start, end } = tree;
  // Block scalars and texts of several lines have no place.
  if (tree.keys !== undefined || tree.items !== undefined || start === end || /[|>]/.test(text[start]!))
    return;
  if (/[\r\n]/.test(text.slice(start, end).trimEnd())) return;
  yield { on: 'value', path, start: start + Number(/["']/.test(text[start]!)) };
}
