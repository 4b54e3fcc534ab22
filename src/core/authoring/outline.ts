import type { Range } from 'vscode-languageserver-types';
import type { Kind, WrittenText } from '../guidance/model';
import { rangeOf } from '../guidance/parts';
import type { YamlTree } from '../guidance/yamlTree';
import { cleanLine } from '../text/markdown';
import { kindOf, listsIn } from './names';
import { entriesIn, type WrittenEntry } from './writtenText';

/** A part of a source, for its outline. Plain text. */
export interface OutlineNode {
  readonly name: string;
  readonly detail: string;
  readonly kind: Kind | 'section' | 'item' | 'step';
  readonly range: Range;
  /** What of it says best what it is; inside `range`. */
  readonly nameRange: Range;
  readonly children: readonly OutlineNode[];
}

/** The sections of a source, their entries, and the questions and steps in these; of a page, its entry. */
export function outlineOf(written: WrittenText): readonly OutlineNode[] {
  const entries = entriesIn(written);
  return written.trees.flatMap(({ path, tree }) => {
    if (path.length > 0) return entries.map((entry) => entryNode(entry, written));
    return [...(tree.keys ?? [])].map(([key, { keyStart, keyEnd, tree: value }]): OutlineNode => {
      const inSection = new Set(value.items);
      return {
        name: shownName(key),
        detail: '',
        kind: 'section',
        range: placeIn(written, { start: keyStart, end: Math.max(keyEnd, value.end) }),
        nameRange: placeIn(written, { start: keyStart, end: keyEnd }),
        children: entries
          .filter((entry) => inSection.has(entry.tree))
          .map((entry) => entryNode(entry, written)),
      };
    });
  });
}

function entryNode({ section, tree }: WrittenEntry, written: WrittenText): OutlineNode {
  const { list, of } = listsIn[section] ?? {};
  const items = list === undefined ? undefined : tree.keys?.get(list)?.tree;
  return {
    ...named(tree, ['title', 'name', 'term', 'tag', 'id'], written),
    kind: kindOf[section],
    children: (items?.items ?? []).map((item) => ({
      ...named(item, ['title', 'ask', 'id'], written),
      kind: of!,
      children: [],
    })),
  };
}

/** By the first of these keys that says something; what is a text itself is its own name. */
function named(tree: YamlTree, keys: readonly string[], written: WrittenText) {
  const texts = keys.flatMap((key) => tree.keys?.get(key)?.tree ?? []).filter(({ value }) => isText(value));
  const best = isText(tree.value) ? tree : texts[0];
  const id = tree.keys?.get('id')?.tree;
  const range = placeIn(written, tree);
  // What an alias stands for, and what was merged, is written elsewhere.
  const isHere = best !== undefined && tree.start <= best.start && best.end <= tree.end;
  return {
    name: shownName(best === undefined ? '' : String(best.value)),
    detail: id !== undefined && id !== best && isText(id.value) ? cleanLine(String(id.value)) : '',
    range,
    nameRange:
      !isHere || best.start === best.end ? { start: range.start, end: range.start } : placeIn(written, best),
  };
}

/** An editor shows no part without a name. */
function shownName(text: string): string {
  return cleanLine(text) || '…';
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

/** Without the line ends that YAML counts to a block. */
function placeIn(
  { document }: WrittenText,
  { start, end }: { readonly start: number; readonly end: number },
): Range {
  const length = document.getText().slice(start, end).trimEnd().length;
  return rangeOf(document, { start, end: start + length });
}
