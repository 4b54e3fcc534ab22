import type { Range } from 'vscode-languageserver-types';
import type { WrittenText } from '../guidance/model';
import { rangeOf } from '../guidance/parts';
import type { YamlTree } from '../guidance/yamlTree';
import { textOf } from './writtenText';

/** What a selection at an offset grows to, from the text of a value to the whole source; each holds the one before. */
export function selectionsAt(written: WrittenText, offset: number): readonly Range[] {
  const { document, trees } = written;
  const source = document.getText();
  const found: Stretch[] = [{ start: 0, end: source.length }];
  const grow = (start: number, end: number) => {
    const around = found.at(-1)!;
    const trimmed = { start, end: start + source.slice(start, end).trimEnd().length };
    const isInside =
      around.start <= start && trimmed.end <= around.end && start <= offset && offset <= trimmed.end;
    const isNew = start !== around.start || trimmed.end !== around.end;
    if (isInside && isNew) found.push(trimmed);
    return isInside;
  };
  const visit = (tree: YamlTree): void => {
    const { start, end, keys, items, value } = tree;
    if (!grow(start, end)) return;
    for (const { keyStart, keyEnd, tree: child } of keys?.values() ?? []) {
      if (!grow(keyStart, Math.max(keyEnd, child.end))) continue;
      if (!grow(keyStart, keyEnd)) visit(child);
    }
    for (const item of items ?? []) visit(item);
    if (keys === undefined && items === undefined && value !== null) {
      const inner = textOf(source, { value: String(value), start, end });
      grow(inner.start, inner.end);
    }
  };
  for (const { tree } of trees) visit(tree);
  return found.map((stretch) => rangeOf(document, stretch)).toReversed();
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}
