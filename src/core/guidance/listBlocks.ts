import type { YamlTree } from './yamlTree';

/** UTF-16 offsets, `end` exclusive. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

/** The lines of each item of a list of dashes, with the comments directly above; `undefined` where it is none. */
export function listBlocks(text: string, items: readonly YamlTree[]): readonly Block[] | undefined {
  const lines = linesOf(text);
  const dashes = items.map(({ start }) => {
    const at = lines.findLastIndex((line) => line.start <= start);
    return lines.findLastIndex((line, index) => index <= at && /^[ \t]*-(?:[ \t]|$)/.test(line.text));
  });
  const indent = indentOf(lines[dashes[0] ?? -1]?.text ?? '');
  const isList = dashes.every(
    (at, index) => at > (dashes[index - 1] ?? -1) && indentOf(lines[at]!.text) === indent,
  );
  if (dashes.length === 0 || !isList) return undefined;
  const isOutside = (line: string) => indentOf(line) <= indent;
  const isComment = (line: string) => /^[ \t]*#/.test(line);
  const isEmpty = (line: string) => line.trim() === '';
  const starts = dashes.map((dash) => {
    let start = dash;
    while (start > 0 && isComment(lines[start - 1]!.text) && isOutside(lines[start - 1]!.text)) start -= 1;
    return start;
  });
  let after = dashes.at(-1)! + 1;
  while (
    after < lines.length &&
    (isEmpty(lines[after]!.text) || isComment(lines[after]!.text) || !isOutside(lines[after]!.text))
  )
    after += 1;
  return starts.map((start, index) => {
    const isLast = index === starts.length - 1;
    let end = (starts[index + 1] ?? after) - 1;
    // Comments behind the last item are about what follows, unless they are indented like what it says.
    while (
      isEmpty(lines[end]!.text) ||
      (isLast && isComment(lines[end]!.text) && isOutside(lines[end]!.text))
    )
      end -= 1;
    return { start: lines[start]!.start, end: lines[end]!.end };
  });
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Lines with their offsets, line ends left out. */
function linesOf(text: string): readonly (Block & { readonly text: string })[] {
  return Array.from(text.matchAll(/(.*?)(?:\r\n|\n|\r|$)/gs), ({ index, 1: line = '' }) => ({
    start: index,
    end: index + line.length,
    text: line,
  }));
}
