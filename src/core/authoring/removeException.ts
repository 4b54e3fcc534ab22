import { listBlocks } from '../guidance/listBlocks';
import type { Problem } from '../guidance/problem';
import type { YamlTree } from '../guidance/yamlTree';
import { lineEndAt, lineStartAt } from '../text/lineEnds';
import type { TextChange } from '../text/minimalEdit';
import { type FixInput, readAs, saysOnly, type SourceFix } from './fixInput';
import { entriesIn } from './writtenText';

/** Takes out the exception whose day has passed; with the last one goes the key. */
export function removeException(problem: Problem, input: FixInput): SourceFix | undefined {
  const { document } = input;
  const offset = document.offsetAt(problem.range.start);
  const { written } = readAs(document.getText(), input);
  const entry =
    written && [...entriesIn(written)].find(({ tree }) => tree.start <= offset && offset < tree.end);
  const pair = entry?.tree.keys?.get('exceptions');
  if (entry === undefined || pair === undefined) return undefined;
  const { items } = pair.tree;
  const all = items ?? [pair.tree];
  const index = all.findIndex(({ keys }) => keys?.get('until')?.tree.start === offset);
  if (index < 0) return undefined;
  const text = document.getText();
  const change =
    all.length === 1 ? withoutPair(text, entry.tree, 'exceptions') : withoutItem(text, items ?? [], index);
  const says = (value: Record<string, unknown>) => {
    const exceptions = value['exceptions'];
    if (all.length === 1) delete value['exceptions'];
    else if (Array.isArray(exceptions)) exceptions.splice(index, 1);
  };
  if (change === undefined || !saysOnly(change, input, { at: entry, of: says })) return undefined;
  return { title: 'Remove the exception', change };
}

function withoutPair(text: string, mapping: YamlTree, key: string): TextChange | undefined {
  const { keyStart, tree } = mapping.keys!.get(key)!;
  const end = text.slice(0, tree.end).trimEnd().length;
  if (text[mapping.start] === '{') return withoutPart(text, keyStart, end);
  const start = lineStartAt(text, keyStart);
  if (text.slice(start, keyStart).trim() === '') return withoutLines(text, start, end);
  // It shares its line with a dash: the next key takes its place.
  const next = [...mapping.keys!.values()].find((other) => other.keyStart > keyStart);
  return next && { start: keyStart, end: next.keyStart, text: '' };
}

function withoutItem(text: string, items: readonly YamlTree[], index: number): TextChange | undefined {
  const item = items[index]!;
  const block = listBlocks(text, items)?.[index];
  return block === undefined
    ? withoutPart(text, item.start, item.end)
    : withoutLines(text, block.start, block.end);
}

/** Something in braces or brackets, and the comma that parts it from the next, or from the one before. */
function withoutPart(text: string, start: number, end: number): TextChange {
  const [after] = /^\s*,\s*/.exec(text.slice(end)) ?? [];
  if (after !== undefined) return { start, end: end + after.length, text: '' };
  const [before = ''] = /,\s*$/.exec(text.slice(0, start)) ?? [];
  return { start: start - before.length, end, text: '' };
}

function withoutLines(text: string, start: number, end: number): TextChange {
  const lineEnd = lineEndAt(text, end);
  const [lineBreak = ''] = /^(?:\r\n|\r|\n)/.exec(text.slice(lineEnd)) ?? [];
  return { start, end: lineEnd + lineBreak.length, text: '' };
}
