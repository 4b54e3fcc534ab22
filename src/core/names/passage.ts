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
  let heading: number | undefined;
  /** What introduces a list, and the items around the one that is looked at. */
  let around: number[] = [];
  for (const [at, block] of blocks.entries()) {
    const { item } = block;
    if (block.heading !== undefined) heading = at;
    if (item === undefined) around = [];
    else while (around.length > 0 && (blocks[around.at(-1)!]!.item ?? -Infinity) >= item) around.pop();
    if (names(block.text, name)) for (const each of [heading ?? at, ...around, at]) kept.add(each);
    if (item !== undefined || /:\**$/.test(block.text)) around.push(at);
  }
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

/** Few texts hold the last part of a name, so that few are looked into. */
function names(text: string, name: string): boolean {
  if (!text.includes(name.slice(name.lastIndexOf('.') + 1))) return false;
  const { symbols, paths } = proseNames(text);
  return symbols.includes(name) || paths.includes(name);
}
