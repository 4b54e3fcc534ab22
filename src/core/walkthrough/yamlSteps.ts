import { listBlocks } from '../guidance/listBlocks';
import { descend, parseYaml, type YamlTree } from '../guidance/yamlTree';
import { slug } from '../text/slug';
import { yamlValue } from '../text/yamlText';
import { lineEndOf } from '../text/lineEnds';
import type { Replacement, Span, WrittenStep, WrittenSteps } from './writtenStep';

/** The steps of a walkthrough in a YAML file of `.leadlight/`; `undefined` where it is not there, or has no list. */
export function yamlSteps(text: string, walkthrough: string): WrittenSteps | undefined {
  const { trees, broken } = parseYaml(text);
  const found = broken ? undefined : find(trees, walkthrough);
  const pair = found?.keys?.get('steps');
  if (found === undefined || pair?.tree.items === undefined) return undefined;
  const { items } = pair.tree;
  const isFlow = text[pair.tree.start] === '[';
  const blocks = isFlow ? items : listBlocks(text, items);
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
