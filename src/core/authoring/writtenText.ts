import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { WrittenText } from '../guidance/model';
import { philosophyTree } from '../guidance/philosophyMarkdown';
import { type Section, sections } from '../guidance/schema';
import { walkthroughTree } from '../guidance/walkthroughMarkdown';
import { parseYaml, type Path, type YamlTree } from '../guidance/yamlTree';
import type { SourceKind } from './writtenSource';

/** The values of a text as it is now, also where it is broken. */
export function readWritten(document: TextDocument, kind: SourceKind): WrittenText {
  const page = { uri: document.uri, text: document.getText() };
  switch (kind) {
    case 'leadlight':
      return { document, trees: parseYaml(page.text).trees.map((tree) => ({ path: [], tree })) };
    case 'philosophy':
      return { document, trees: [{ path: ['philosophies', 0], tree: philosophyTree(page).tree }] };
    case 'walkthrough':
      return { document, trees: [{ path: ['walkthroughs', 0], tree: walkthroughTree(page).tree }] };
  }
}

/** An entry as it stands in a text. */
export interface WrittenEntry {
  readonly section: Section;
  readonly tree: YamlTree;
  readonly path: Path;
}

/** The entries of a text, in their order. */
export function entriesIn({ trees }: WrittenText): readonly WrittenEntry[] {
  return trees.flatMap(({ path, tree }) => {
    const [section] = path;
    if (section !== undefined) return [{ section: section as Section, tree, path }];
    return [...(tree.keys ?? [])].flatMap(([key, { tree: list }]) =>
      key in sections
        ? (list.items ?? []).map((item, index) => ({
            section: key as Section,
            tree: item,
            path: [key, index],
          }))
        : [],
    );
  });
}

/** A value that is neither a list nor a mapping. UTF-16 offsets; `end` is exclusive. */
export interface Scalar {
  readonly path: Path;
  /** The values beside it, of the innermost mapping. */
  readonly mapping: Readonly<Record<string, unknown>>;
  readonly value: string;
  /** Quotes included. */
  readonly start: number;
  readonly end: number;
}

/** The single values of a text with where they stand, in the order of the tree. */
export function* scalarsIn({ trees }: WrittenText): Iterable<Scalar> {
  for (const { path, tree } of trees) yield* scalarsBelow(tree, path, {});
}

function* scalarsBelow(tree: YamlTree, path: Path, mapping: Scalar['mapping']): Iterable<Scalar> {
  const { value, keys, items, start, end } = tree;
  for (const [key, pair] of keys ?? [])
    yield* scalarsBelow(pair.tree, [...path, key], value as Scalar['mapping']);
  for (const [index, item] of items?.entries() ?? []) yield* scalarsBelow(item, [...path, index], mapping);
  if (value !== null && typeof value !== 'object') yield { path, mapping, value: String(value), start, end };
}

/** Where the characters of a value stand: inside its quotes, or all that stands for it. */
export function textOf(source: string, { value, start, end }: Pick<Scalar, 'value' | 'start' | 'end'>) {
  const raw = source.slice(start, end);
  const isInQuotes = /^(?:"[^"\\]*"|'[^']*')$/.test(raw) && raw.slice(1, -1) === value;
  if (isInQuotes) return { start: start + 1, end: end - 1, isInQuotes };
  return { start, end: start + raw.trimEnd().length, isInQuotes };
}
