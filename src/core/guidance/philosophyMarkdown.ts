import { TextDocument } from 'vscode-languageserver-textdocument';
import { didYouMean } from '../text/didYouMean';
import { splitFrontMatter } from './frontMatter';
import { fileId, headingsIn, pairOf } from './markdownSections';
import type { Source } from './model';
import { rangeOf, yamlParts } from './parts';
import { entryReaders } from './readEntry';
import { entriesOnly, readerProblem, type SourceText } from './sourceText';
import { validateEntry } from './validate';
import type { YamlPair, YamlProblem, YamlTree } from './yamlTree';

/**
 * Reads a Markdown file of `.leadlight/`: one philosophy. Front matter holds the same keys as in YAML;
 * `# Title`, `## Why`, `## Do` and `## Don't` hold the prose. Other sections are for who opens the file.
 * Never throws; what cannot be read is a problem.
 */
export function readPhilosophyMarkdown(source: SourceText): Source {
  // A file that somebody has just created has nothing wrong with it yet.
  if (source.text.trim() === '') return entriesOnly(source, { entries: [], problems: [] });
  const document = TextDocument.create(source.uri, 'markdown', 0, source.text);
  const { tree: front, bodyStart, problems: frontProblems, broken } = splitFrontMatter(source.text);
  const prose = readProse(source.text, bodyStart);
  const keys = new Map<string, YamlPair>([
    ['id', pairOf({ value: fileId(source.uri), start: 0, end: 0 })],
    ...(front.keys ?? []),
    ...prose.keys,
  ]);
  const value = Object.create(null) as Record<string, unknown>;
  for (const [key, { tree }] of keys) value[key] = tree.value;
  const whole: YamlTree = { value, keys, start: 0, end: source.text.trimEnd().length };

  const { data, tree, problems } = validateEntry('philosophies', whole);
  const parts = yamlParts(document, tree);
  const made = entryReaders.philosophies(data ?? {}, {
    ...source,
    parts,
    range: rangeOf(document, whole),
  });
  const all = [
    ...[...frontProblems, ...problems, ...prose.problems].map((problem) => readerProblem(problem, document)),
    ...made.problems,
  ];
  const entries = made.entry === undefined ? [] : [made.entry];
  return entriesOnly(source, { entries, problems: all, broken });
}

const headings: Readonly<Record<string, string>> = {
  why: 'why',
  do: 'do',
  "don't": 'dont',
  dont: 'dont',
  'do not': 'dont',
};

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
    key = headings[name.toLowerCase().replaceAll('’', "'")];
    const meant = key === undefined ? didYouMean(name, ['Why', 'Do', "Don't"]) : undefined;
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
