import { descend, parseYaml, type YamlTree } from '../guidance/yamlTree';
import { slug } from '../text/slug';
import { yamlValue } from '../text/yamlText';
import { lineEndOf, type Replacement, type Span, type WrittenStep, type WrittenSteps } from './writtenStep';

/** The steps of a walkthrough in a YAML file of `.leadlight/`; `undefined` where it is not there, or has no list. */
export function yamlSteps(text: string, walkthrough: string): WrittenSteps | undefined {
  const { trees, broken } = parseYaml(text);
  const found = broken ? undefined : find(trees, walkthrough);
  const pair = found?.keys?.get('steps');
  if (found === undefined || pair?.tree.items === undefined) return undefined;
  const { items } = pair.tree;
  const isFlow = text[pair.tree.start] === '[';
  const blocks = isFlow ? items : blocksOf(text, items);
  if (blocks === undefined) return undefined;
  const steps = items.map((item, index) => writtenStep(text, { item, index, block: blocks[index]! }));
  return {
    steps,
    rest: trees.map(({ value }) =>
      JSON.stringify(value, (_, each: unknown) => (each === pair.tree.value ? [] : each)),
    ),
    emptied: () => {
      const colon = text.indexOf(':', pair.keyEnd) + 1;
      const gone = steps.map(({ block }) => ({ ...block, text: '' }));
      return isFlow ? gone : [{ start: colon, end: colon, text: ' []' }, ...gone];
    },
  };
}

function find(trees: readonly YamlTree[], id: string): YamlTree | undefined {
  return trees
    .flatMap((tree) => {
      const section = descend(tree, ['walkthroughs']);
      return section?.items ?? (section === undefined ? [] : [section]);
    })
    .find((walkthrough) => descend(walkthrough, ['id'])?.value === id);
}

function writtenStep(
  text: string,
  { item, index, block }: { readonly item: YamlTree; readonly index: number; readonly block: Span },
): WrittenStep {
  const { id, title, ...rest } = { ...(item.value as Record<string, unknown> | null) };
  // As the reader names a step.
  const name = String(title ?? id ?? `Step ${index + 1}`);
  const first = item.keys?.values().next().value;
  const anchor = item.keys?.get('title') ?? first;
  return {
    id: typeof id === 'string' ? id : slug(name),
    title: name,
    hasId: id !== undefined,
    block,
    rest,
    retitled: (to) => {
      const written = item.keys?.get('title')?.tree;
      return written === undefined
        ? insertKey('title', to)
        : { start: written.start, end: written.end, text: yamlValue(to) };
    },
    withId: (own) => insertKey('id', own),
  };

  /** In front of the title, or else of the first key. */
  function insertKey(key: string, value: string): Replacement {
    const at = anchor?.keyStart ?? item.start;
    const column = at - (text.lastIndexOf('\n', at - 1) + 1);
    const next = text[item.start] === '{' ? ', ' : lineEndOf(text) + ' '.repeat(column);
    return { start: at, end: at, text: `${key}: ${yamlValue(value)}${next}` };
  }
}

/** The lines of each item of a list of dashes, with the comments directly above; `undefined` where it is none. */
function blocksOf(text: string, items: readonly YamlTree[]): readonly Span[] | undefined {
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
function linesOf(text: string): readonly (Span & { readonly text: string })[] {
  return Array.from(text.matchAll(/(.*?)(?:\r\n|\n|\r|$)/gs), ({ index, 1: line = '' }) => ({
    start: index,
    end: index + line.length,
    text: line,
  }));
}
