import { TextDocument } from 'vscode-languageserver-textdocument';
import { slug } from '../text/slug';
import { splitFrontMatter } from './frontMatter';
import { fileId, headingsIn, mappingOf, type PageTree, pairOf } from './markdownSections';
import type { Source } from './model';
import { rangeOf, yamlParts } from './parts';
import { entryReaders } from './readEntry';
import { entriesOnly, readerProblem, type SourceText } from './sourceText';
import { validateEntry } from './validate';
import { parseYaml, type YamlPair, type YamlProblem, type YamlTree } from './yamlTree';

/**
 * Reads a Markdown file of `.leadlight/walkthroughs/`: one walkthrough. Front matter holds the same keys as in YAML,
 * `# Title` and what follows it the title and text, and each `## Heading` is a step. The keys of a step stand in a
 * fence of `yaml` directly under its heading. Never throws; what cannot be read is a problem.
 */
export function readWalkthroughMarkdown(source: SourceText): Source {
  const { uri, text } = source;
  // A file that somebody has just created has nothing wrong with it yet.
  if (text.trim() === '') return entriesOnly(source, { entries: [], problems: [] });
  const document = TextDocument.create(uri, 'markdown', 0, text);
  const page = walkthroughTree(source);
  const { data, tree, problems } = validateEntry('walkthroughs', page.tree);
  const made = entryReaders.walkthroughs(data ?? {}, {
    ...source,
    parts: yamlParts(document, tree),
    range: rangeOf(document, page.tree),
  });
  const all = [
    ...[...page.problems, ...problems].map((problem) => readerProblem(problem, document)),
    ...made.problems,
  ];
  const { entry } = made;
  const entries = entry?.kind === 'walkthrough' ? [{ ...entry, format: 'markdown' as const }] : [];
  const written = { document, trees: [{ path: ['walkthroughs', 0], tree: page.tree }] };
  return entriesOnly(source, { entries, problems: all, broken: page.broken, written });
}

/** What a page says, as one mapping: its front matter, title, text and steps. An id that is not written stands nowhere. */
export function walkthroughTree({ uri, text }: Pick<SourceText, 'uri' | 'text'>): PageTree {
  const front = splitFrontMatter(text);
  const prose = readProse(text, front.bodyStart);
  const pairs = [
    ['id', pairOf({ value: slug(fileId(uri)), start: 0, end: 0 })] as const,
    ...(front.tree.keys ?? []),
    ...prose.keys,
  ];
  return {
    tree: mappingOf(pairs, { start: 0, end: text.trimEnd().length }),
    problems: [...front.problems, ...prose.problems],
    broken: front.broken || prose.broken,
  };
}

interface Prose {
  readonly keys: readonly (readonly [string, YamlPair])[];
  readonly problems: readonly YamlProblem[];
  readonly broken: boolean;
}

/** The title, the text before the first step, and the steps. */
function readProse(text: string, bodyStart: number): Prose {
  const { title, introEnd, sections } = walkthroughSections(text, bodyStart);
  const steps = sections.map((section) => readStep(text, section));
  const list = {
    value: steps.map(({ tree }) => tree.value),
    items: steps.map(({ tree }) => tree),
    start: introEnd,
    end: text.length,
  };
  return {
    keys: [
      ...(title === undefined
        ? []
        : [['title', pairOf({ value: title.name, start: title.start, end: title.end })] as const]),
      ...textKey(text, { start: title?.end ?? bodyStart, end: introEnd }),
      ...(steps.length === 0 ? [] : [['steps', pairOf(list)] as const]),
    ],
    problems: steps.flatMap(({ problems }) => problems),
    broken: steps.some(({ broken }) => broken),
  };
}

/** A step as it stands in the text. */
export interface StepSection {
  readonly name: string;
  readonly start: number;
  /** Behind the heading. */
  readonly bodyStart: number;
  readonly end: number;
}

/** How the text of a walkthrough is parted; `bodyStart` is where its front matter ends. */
export function walkthroughSections(text: string, bodyStart: number) {
  const headings = [...headingsIn(text, bodyStart)];
  const starts = headings.filter(({ depth }) => depth === 2);
  const introEnd = starts[0]?.start ?? text.length;
  const sections = starts.map(({ name, start, end }, index): StepSection => {
    return { name, start, bodyStart: end, end: starts[index + 1]?.start ?? text.length };
  });
  return {
    title: headings.find(({ depth, start }) => depth === 1 && start < introEnd),
    introEnd,
    sections,
  };
}

function readStep(text: string, section: StepSection) {
  const { name, start, bodyStart, end } = section;
  const { yamlStart, yamlEnd, textStart } = stepKeysAt(text, section);
  const { trees, problems, broken } = parseYaml(text.slice(yamlStart, yamlEnd));
  const [tree] = trees;
  const notKeys: YamlProblem[] =
    tree === undefined || tree.keys !== undefined || tree.value === null
      ? []
      : [
          {
            code: 'wrong-type',
            message: 'This block holds the keys of the step, each as "key: value".',
            start: tree.start,
            end: tree.end,
          },
        ];
  const heading: YamlTree = { value: name, start, end: bodyStart };
  const body = textKey(text, { start: textStart, end });
  const keys = tree === undefined ? [] : [...(moved(tree, yamlStart).keys ?? [])];
  return {
    tree: mappingOf([...keys, ['title', pairOf(heading)], ...body], {
      start,
      end: start + text.slice(start, end).trimEnd().length,
    }),
    problems: [...problems, ...notKeys].map((problem) => movedProblem(problem, yamlStart)),
    broken,
  };
}

/** Where the keys of a step stand, if they do, and where its text begins. */
export function stepKeysAt(text: string, { bodyStart, end }: StepSection) {
  const none = { yamlStart: bodyStart, yamlEnd: bodyStart, textStart: bodyStart };
  const body = text.slice(bodyStart, end);
  const [opening, mark = ''] = /^\s*\n {0,3}(`{3,}|~{3,})[ \t]*ya?ml[ \t]*\r?\n/i.exec(body) ?? [];
  if (opening === undefined) return none;
  const yamlStart = bodyStart + opening.length;
  const close = new RegExp(`^ {0,3}${mark}[\`~]*[ \\t]*\\r?$`, 'm').exec(text.slice(yamlStart, end));
  if (close === null) return none;
  const yamlEnd = yamlStart + close.index;
  return { yamlStart, yamlEnd, textStart: yamlEnd + close[0].length };
}

function textKey(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): readonly (readonly [string, YamlPair])[] {
  const section = text.slice(start, end);
  const value = section.trim();
  if (value === '') return [];
  const from = start + section.length - section.trimStart().length;
  return [['text', pairOf({ value, start: from, end: from + value.length })]];
}

/** A tree of a piece of the text, in the whole of it. */
function moved(tree: YamlTree, by: number): YamlTree {
  const { keys, items, start, end } = tree;
  return {
    ...tree,
    start: start + by,
    end: end + by,
    ...(keys && {
      keys: new Map(
        [...keys].map(([key, pair]) => [
          key,
          { keyStart: pair.keyStart + by, keyEnd: pair.keyEnd + by, tree: moved(pair.tree, by) },
        ]),
      ),
    }),
    ...(items && { items: items.map((item) => moved(item, by)) }),
  };
}

function movedProblem(problem: YamlProblem, by: number): YamlProblem {
  const { start, end, fix } = problem;
  return {
    ...problem,
    start: start + by,
    end: end + by,
    ...(fix && { fix: { ...fix, start: fix.start + by, end: fix.end + by } }),
  };
}
