import { linesOutsideCode } from '../guidance/markdownSections';
import { proseNames } from './proseNames';

/** A section that is no longer is shown whole, in UTF-16 units. */
const wholeLength = 1_200;

/**
 * What a section says where it names something: the paragraphs, list items and rows that do, with the heading, the items
 * and the words that lead to them. A short section is given whole, and so is one that has no such place.
 */
export function passageNaming(text: string, name: string): string {
  if (text.length <= wholeLength) return text;
  const blocks = blocksIn(text);
  const kept = new Set<number>();
  blocks.forEach((block, at) => {
    const { symbols, paths } = proseNames(block.text);
    if (!symbols.includes(name) && !paths.includes(name)) return;
    kept.add(at);
    for (const leading of leadingTo(blocks, at)) kept.add(leading);
  });
  if (kept.size === 0) return text;
  const parts = blocks.flatMap((block, at) => {
    if (kept.has(at)) return [block.text];
    return at === 0 || kept.has(at - 1) ? ['…'] : [];
  });
  return parts.join('\n\n');
}

interface Block {
  /** With the code that follows it. */
  readonly text: string;
  /** Of a heading, its depth. */
  readonly heading?: number;
  /** Of a list item, how far in it stands; a table is a list inside its first row. */
  readonly item?: number;
}

function blocksIn(text: string): readonly Block[] {
  const starts: { readonly start: number; readonly kind: Omit<Block, 'text'> }[] = [];
  let before = '';
  for (const { content, start } of linesOutsideCode(text, 0)) {
    const [, marks] = /^ {0,3}(#{1,6})[ \t]/.exec(content) ?? [];
    const [, indent] = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]/.exec(content) ?? [];
    const isRow = /^[ \t]*\|/.test(content);
    const isNew = before.trim() === '' || /^ {0,3}#{1,6}[ \t]/.test(before);
    if (marks !== undefined) starts.push({ start, kind: { heading: marks.length } });
    else if (indent !== undefined) starts.push({ start, kind: { item: indent.length } });
    else if (isRow) starts.push({ start, kind: { item: isNew ? -1 : 0 } });
    else if (isNew && content.trim() !== '') starts.push({ start, kind: {} });
    before = content;
  }
  return starts.map(({ start, kind }, at) => ({
    ...kind,
    text: text.slice(start, starts[at + 1]?.start).trimEnd(),
  }));
}

/** The items around it, what introduces the list, and the heading above. */
function* leadingTo(blocks: readonly Block[], from: number): Generator<number> {
  let inside = blocks[from]!.item;
  for (let at = from - 1; at >= 0; at--) {
    const { heading, item, text } = blocks[at]!;
    if (heading !== undefined) return yield at;
    if (inside === undefined) continue;
    if (item === undefined) {
      if (/:\**$/.test(text)) yield at;
      inside = undefined;
    } else if (item < inside) {
      yield at;
      inside = item;
    }
  }
}
