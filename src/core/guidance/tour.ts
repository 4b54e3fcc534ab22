import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { cut } from '../text/cut';
import { relativePath } from '../text/links';
import { cleanLine } from '../text/markdown';
import { slug } from '../text/slug';
import { isCommandLine } from '../walkthrough/stepCheck';
import { shellLines, titleInText } from '../walkthrough/tourText';
import { fileId } from './markdownSections';
import type { AnchorPlaces, Source, Step, Walkthrough } from './model';
import { type Parts, rangeOf, yamlParts } from './parts';
import { isYamlSyntax } from './problemCodes';
import { entriesOnly, readerProblem, type SourceText } from './sourceText';
import { tourId } from './tourFiles';
import { type TourData, tourSchema, type TourStepData } from './tourSchema';
import { readWhen } from './tourWhen';
import { validate } from './validate';
import { descend, parseYaml, type YamlProblem, type YamlTree } from './yamlTree';

/**
 * Reads a CodeTour file (https://aka.ms/codetour-schema) as a walkthrough. All that it says is kept, word for word, and
 * its commands stay text. JSON is read as the YAML that it also is, which names the place of a mistake and keeps what
 * is around it. Never throws; what cannot be read is a problem.
 */
export function readTour(source: SourceText): Source {
  const { uri, text } = source;
  const document = TextDocument.create(uri, 'json', 0, text);
  const { trees, problems: syntax, broken } = parseYaml(text);
  const tree = trees[0] ?? { value: null, start: 0, end: 0 };
  const isTour = tree.keys !== undefined && /^\s*\{/.test(text);
  const isBroken = broken || (!isTour && text.trim() !== '');
  const read = isTour ? validate(tourSchema, tree) : undefined;
  const data = read?.data ?? {};
  const problems = [
    ...syntax.map((problem) => (isYamlSyntax(problem.code) ? syntaxProblem(problem) : problem)),
    ...(isBroken && syntax.length === 0 ? [syntaxProblem({ start: tree.start, end: tree.start + 1 })] : []),
    ...(read?.problems ?? []),
    ...(isTour && !isBroken ? tourProblems(data, tree) : []),
  ];
  const place = { source, parts: yamlParts(document, read?.tree ?? tree), range: rangeOf(document, tree) };
  return entriesOnly(source, {
    entries: isTour ? [walkthroughOf(data, place)] : [],
    problems: problems.map((problem) => readerProblem(problem, document)),
    broken: isBroken,
  });
}

function syntaxProblem({ start, end }: Pick<YamlProblem, 'start' | 'end'>): YamlProblem {
  const message =
    'This is not valid JSON from here on. What comes before, and what can be told of the rest, is read.';
  return { code: 'tour-syntax', message, start, end };
}

function tourProblems({ title, steps, when }: TourData, tree: YamlTree): readonly YamlProblem[] {
  const lacks = (key: string): YamlProblem => ({
    code: 'missing-value',
    message: `A tour needs its "${key}".`,
    start: tree.start,
    end: tree.start + 1,
  });
  const { start, end } = descend(tree, ['when']) ?? tree;
  const unread: YamlProblem = {
    code: 'tour-when',
    message:
      'This cannot be read, so the tour is shown everywhere. It is made of isLinux, isMac, isWindows and isWeb, with !, &&, ||, ==, != and parentheses.',
    start,
    end,
  };
  return [
    ...(title === undefined && !tree.keys?.has('title') ? [lacks('title')] : []),
    ...(steps === undefined && !tree.keys?.has('steps') ? [lacks('steps')] : []),
    ...(when !== undefined && readWhen(when) === undefined ? [unread] : []),
  ];
}

interface TourPlace {
  readonly source: SourceText;
  readonly parts: Parts;
  readonly range: Range;
}

function walkthroughOf(
  { title, description, nextTour, ref, isPrimary, stepMarker, when, steps = [] }: TourData,
  { source: { uri, folder, linkBase }, parts, range }: TourPlace,
): Walkthrough {
  const hosts = when === undefined ? undefined : readWhen(when);
  const ids = new Map<string, number>();
  return {
    kind: 'walkthrough',
    format: 'codetour',
    id: tourId(relativePath(uri, folder) ?? fileId(uri)),
    title: cleanLine(title ?? '') || fileId(uri),
    folder,
    linkBase,
    uri,
    range,
    parts,
    ...(description !== undefined && { text: description }),
    // CodeTour offers its primary tour to who opens the repository.
    open: isPrimary === true ? 'first-open' : 'never',
    roles: [],
    ...(nextTour !== undefined && { next: nextTour }),
    steps: steps.map((step, index) => stepOf(step, { ids, index, parts })),
    tour: {
      ...(ref !== undefined && { ref }),
      ...(isPrimary !== undefined && { isPrimary }),
      ...(stepMarker !== undefined && { stepMarker }),
      ...(when !== undefined && { when }),
      ...(hosts !== undefined && { hosts }),
    },
  };
}

function stepOf(
  step: TourStepData,
  { ids, index, parts }: { readonly ids: Map<string, number>; readonly index: number; readonly parts: Parts },
): Step {
  const { description, file, directory, view, line, selection, pattern, ...rest } = step;
  const place = file ?? directory ?? view ?? step.uri;
  const said = cleanLine(step.title ?? titleInText(description ?? '') ?? '');
  const firstLine = cleanLine(/\S.*/.exec(description ?? '')?.[0] ?? '');
  const name = said || firstLine || place || `step ${index + 1}`;
  // The text is the name of a step that has none: its place in the list would give it the progress of another.
  const times = (ids.get(slug(name)) ?? 0) + 1;
  ids.set(slug(name), times);
  const shell = shellLines(description ?? '');
  const [run] = shell;
  // What has contents of its own is no file of the workspace.
  const isVirtual = step.contents !== undefined;
  const at = {
    file: isVirtual ? undefined : file,
    directory,
    view,
    line: line ?? undefined,
    selection,
    pattern,
  };
  return {
    id: times === 1 ? slug(name) : `${slug(name).slice(0, 58)}-${times}`,
    title: said || place || cut(firstLine, 60) || `Step ${index + 1}`,
    ...(description !== undefined && { text: description }),
    ...(Object.values(at).some((value) => value !== undefined) && {
      at,
      anchored: anchoredAt(at, parts, index),
    }),
    ...(shell.length === 1 && isCommandLine(run!) && { run: run! }),
    check: { kind: 'confirmed' },
    range: parts.range(['steps', index]),
    tour: { ...rest, ...(isVirtual && { file }) },
  };
}

/** Of the keys that say where a step is, the first that there is stands for all. */
function anchoredAt(at: Step['at'] & object, parts: Parts, index: number): AnchorPlaces {
  const place = (key: string) => parts.range(['steps', index, key]);
  const number = at.line !== undefined ? 'line' : at.selection !== undefined ? 'selection' : undefined;
  const key = (['pattern', 'line', 'selection', 'file', 'directory', 'view'] as const).find(
    (name) => at[name] !== undefined,
  );
  return { range: place(key ?? 'file'), ...(number && { number: place(number) }), form: 'other' };
}
