import { TextDocument } from 'vscode-languageserver-textdocument';
import { didYouMean } from '../text/didYouMean';
import { splitFrontMatter } from './frontMatter';
import { fileId, headingsIn, mappingOf, type PageTree, pairOf } from './markdownSections';
import type { Source } from './model';
import { rangeOf, yamlParts } from './parts';
import { entryReaders } from './readEntry';
import { entriesOnly, readerProblem, type SourceText } from './sourceText';
import { validateEntry } from './validate';
import type { YamlPair, YamlProblem } from './yamlTree';

/**
 * Reads a Markdown file of `.leadlight/`: one philosophy. Front matter holds the same keys as in YAML;
 * `# Title`, `## Why`, `## Do` and `## Don't` hold the prose. Other sections are for who opens the file.
 * Never throws; what cannot be read is a problem.
 */
export function readPhilosophyMarkdown(source: SourceText): Source {
  // A file that somebody has just created has nothing wrong with it yet.
  if (source.text.trim() === '') return entriesOnly(source, { entries: [], problems: [] });
  const document = TextDocument.create(source.uri, 'markdown', 0, source.text);
  const page = philosophyTree(source);
  const { data, tree, problems } = validateEntry('philosophies', page.tree);
  const parts = yamlParts(document, tree);
  const made = entryReaders.philosophies(data ?? {}, {
    ...source,
    parts,
    range: rangeOf(document, page.tree),
  });
  const all = [
    ...[...page.problems, ...problems].map((problem) => readerProblem(problem, document)),
    ...made.problems,
  ];
  const entries = made.entry === undefined ? [] : [made.entry];
  const written = { document, trees: [{ path: ['philosophies', 0], tree: page.tree }] };
  return entriesOnly(source, { entries, problems: all, broken: page.broken, written });
}

/** What a page says, as one mapping: its front matter, title and known sections. An id that is not written stands nowhere. */
export function philosophyTree({ uri, text }: Pick<SourceText, 'uri' | 'text'>): PageTree {
  const { tree: front, bodyStart, problems, broken } = splitFrontMatter(text);
  const prose = readProse(text, bodyStart);
  const pairs = [
    ['id', pairOf({ value: fileId(uri), start: 0, end: 0 })] as const,
    ...(front.keys ?? []),
    ...prose.keys,
  ];
  const tree = mappingOf(pairs, { start: 0, end: text.trimEnd().length });
  return { tree, problems: [...problems, ...prose.problems], broken };
}

/** The sections that are read, as they are best written, and the key that each is. */
export const philosophyHeadings = [
  { name: 'Why', key: 'why' },
  { name: 'Do', key: 'do' },
  { name: "Don't", key: 'dont' },
] as const;

const headings: Readonly<Record<string, string>> = {
  ...Object.fromEntries(philosophyHeadings.map(({ name, key }) => [name.toLowerCase(), key])),
  dont: 'dont',
  'do not': 'dont',
};

/** The key that a section is by its heading, without regard to case; `undefined` for a section that is not read. */
export function keyOfHeading(name: string): string | undefined {
  const plain = name.toLowerCase().replaceAll('’', "'");
  return Object.hasOwn(headings, plain) ? headings[plain] : undefined;
}

const headingNames = philosophyHeadings.map(({ name }) => name);

/** The title and the known sections; text before the first section is part of the why. */
function readProse(text: string, bodyStart: number) {
  const keys: [string, YamlPair][] = [];
  const problems: YamlProblem[] = [];
  let key: string | undefined = 'why';
  let from = bodyStart;
  const endSection = (end: number) => {
    const section = text.slice(from, end);
    const start = from + section.length - section.trimStart().length;
    const value = section.trim();
    if (key !== undefined && value !== '' && !keys.some(([known]) => known === key)) {
      keys.push([key, pairOf({ value, start, end: start + value.length })]);
    }
  };
  for (const { name, depth, start, end } of headingsIn(text, bodyStart)) {
    endSection(start);
    from = end;
    if (depth === 1) {
      if (!keys.some(([known]) => known === 'title'))
        keys.push(['title', pairOf({ value: name, start, end })]);
      key = 'why';
      continue;
    }
    key = keyOfHeading(name);
    const meant = key === undefined ? didYouMean(name, headingNames) : undefined;
    if (meant !== undefined) problems.push(misspelt({ name, meant, start, end }));
  }
  endSection(text.length);
  return { keys, problems };
}

function misspelt({
  name,
  meant,
  start,
  end,
}: {
  name: string;
  meant: string;
  start: number;
  end: number;
}): YamlProblem {
  const fix = { title: `Change to "${meant}"`, start, end, newText: `## ${meant}` };
  return {
    code: 'unknown-key',
    message: `Leadlight does not read the section "${name}". Did you mean "${meant}"?`,
    start,
    end,
    fix,
  };
}
