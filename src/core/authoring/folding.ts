import type { WrittenText } from '../guidance/model';
import type { YamlTree } from '../guidance/yamlTree';

/** Lines, 0-based, both included, of which all but the first can be folded away. */
export interface Fold {
  readonly start: number;
  readonly end: number;
  readonly kind: 'part' | 'comment';
}

/** What of a source can be folded: keys and list items of several lines, and comments of several lines. */
export function foldsIn(written: WrittenText): readonly Fold[] {
  const parts = new Map<number, number>();
  /** Lines of texts, in which a `#` begins no comment. */
  const texts = new Set<number>();
  for (const { tree } of written.trees) addFoldsInside(tree, { written, parts, texts });
  const folds = [...parts].map(([start, end]): Fold => ({ start, end, kind: 'part' }));
  return [...folds, ...commentFolds(written, texts)].sort((a, b) => a.start - b.start);
}

interface Folding {
  readonly written: WrittenText;
  /** The last line by the first. */
  readonly parts: Map<number, number>;
  readonly texts: Set<number>;
}

/** `from` is where the key or the item begins. */
function addFolds(tree: YamlTree, from: number, folding: Folding): void {
  const { keys, items, start, end } = tree;
  const { document } = folding.written;
  const text = document.getText();
  const first = document.positionAt(from).line;
  const last = document.positionAt(start + text.slice(start, end).trimEnd().length).line;
  if (last > first) folding.parts.set(first, Math.max(last, folding.parts.get(first) ?? 0));
  if (keys === undefined && items === undefined)
    for (let line = first + 1; line <= last; line++) folding.texts.add(line);
  addFoldsInside(tree, folding);
}

function addFoldsInside({ keys, items, start, end }: YamlTree, folding: Folding): void {
  // What an alias stands for is folded where it is written.
  for (const { keyStart, tree } of keys?.values() ?? [])
    if (keyStart >= start && keyStart <= end) addFolds(tree, keyStart, folding);
  for (const item of items ?? [])
    if (item.start >= start && item.start <= end) addFolds(item, item.start, folding);
}

function* commentFolds({ document, trees }: WrittenText, texts: ReadonlySet<number>): Iterable<Fold> {
  // A page is Markdown, where a `#` begins a heading.
  if (trees.some(({ path }) => path.length > 0)) return;
  const lines = document.getText().split(/\r\n|\r|\n/);
  const isComment = (line: number) => /^[ \t]*#/.test(lines[line] ?? '') && !texts.has(line);
  for (let line = 0; line < lines.length; line++) {
    const start = line;
    while (isComment(start) && isComment(line + 1)) line++;
    if (line > start) yield { start, end: line, kind: 'comment' };
  }
}
