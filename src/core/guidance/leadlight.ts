import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { FormatGroup } from './formats';
import { inOneGo, type Steps } from '../turns';
import { limits } from './limits';
import type { AddedFolder, Direction, Entry, Located, Source } from './model';
import { rangeOf, yamlParts } from './parts';
import type { Problem } from './problem';
import { insidePath } from '../walkthrough/stepCheck';
import type { ReadSwitches } from './readSwitches';
import { entryReaders } from './readEntry';
import { type Section, sections, settings, type Settings } from './schema';
import { readerProblem, type SourceText, toldProblems } from './sourceText';
import { unknownKey, validate, validateEntry } from './validate';
import { type YamlPair, type YamlProblem, type YamlTree, yamlInSteps } from './yamlTree';

/** Reads a YAML file of `.leadlight/`: a bag of sections. Never throws; what cannot be read is a problem. */
export function readLeadlight(source: SourceText): Source {
  return inOneGo(leadlightInSteps(source));
}

/** The same step by step, as who types in a long file does not wait for it. */
export function* leadlightInSteps(source: SourceText): Steps<Source> {
  const document = TextDocument.create(source.uri, 'yaml', 0, source.text);
  const { trees, problems, broken } = yield* yamlInSteps(source.text);
  const reader = new LeadlightReader(source, document);
  reader.report(problems);
  for (const tree of trees) yield* reader.read(tree);
  return {
    ...reader.result,
    problems: toldProblems(reader.result.problems, broken),
    uri: source.uri,
    folder: source.folder,
    linkBase: source.linkBase,
    broken,
    written: { document, trees: trees.map((tree) => ({ path: [], tree })) },
  };
}

const noNotes =
  'People add notes to a Markdown or text file in this folder: name it with "/", such as docs/friction.md.';

const knownKeys = [...Object.keys(sections), ...Object.keys(settings)];

/** The walk over one file. */
class LeadlightReader {
  readonly result = {
    entries: [] as Entry[],
    problems: [] as Problem[],
    directions: [] as Direction[],
    extends: [] as Located[],
    disable: [] as Located[],
    ignore: [] as Located[],
    read: [] as AddedFolder[],
    friction: undefined as string | undefined,
    switches: {} as ReadSwitches,
  };
  readonly #source: SourceText;
  readonly #document: TextDocument;

  constructor(source: SourceText, document: TextDocument) {
    this.#source = source;
    this.#document = document;
  }

  *read(tree: YamlTree): Steps<void> {
    if (tree.keys === undefined) {
      if (tree.value === null) return;
      const message = `A guidance file is a mapping of sections: ${Object.keys(sections).join(', ')}.`;
      this.report([{ code: 'wrong-type', message, start: tree.start, end: tree.end }]);
      return;
    }
    for (const [key, pair] of tree.keys) {
      if (key in sections) yield* this.#readSection(key as Section, pair);
      else if (key in settings) this.#readSetting(key as keyof Settings, pair.tree);
      else this.report([unknownKey(key, { tree, known: this.#hasRoom() ? knownKeys : [] })]);
    }
  }

  report(problems: readonly YamlProblem[]): void {
    this.result.problems.push(...problems.map((problem) => readerProblem(problem, this.#document)));
  }

  /** Problems beyond the limit are counted and not told, so nobody looks for what was meant. */
  #hasRoom(): boolean {
    return this.result.problems.length < limits.problems;
  }

  *#readSection(section: Section, { tree, keyStart, keyEnd }: YamlPair): Steps<void> {
    if (tree.value === null) return;
    if (tree.items === undefined) {
      const message = `"${section}" must be a list: each entry begins with "- ".`;
      this.report([{ code: 'wrong-type', message, start: keyStart, end: keyEnd }]);
      return;
    }
    for (const item of tree.items) {
      yield;
      const { data, tree: kept, problems } = validateEntry(section, item);
      this.report(problems);
      if (data === undefined) continue;
      const parts = yamlParts(this.#document, kept);
      const made = entryReaders[section](data as never, {
        ...this.#source,
        parts,
        range: rangeOf(this.#document, item),
      });
      this.result.problems.push(...made.problems);
      if (made.entry !== undefined) this.result.entries.push(made.entry);
    }
  }

  #readSetting(key: keyof Settings, tree: YamlTree): void {
    if (tree.value === null) return;
    const { data, tree: kept, problems } = validate(settings[key], tree);
    this.report(problems);
    if (data === undefined) return;
    const range = (place: YamlTree) => rangeOf(this.#document, place);
    if (key === 'extends' || key === 'disable' || key === 'ignore') {
      const places = kept.items ?? [kept];
      const values = data as readonly string[];
      this.result[key].push(
        ...values.map((value, index) => ({ value, range: range(places[index] ?? kept) })),
      );
    } else if (key === 'read') {
      this.result.read.push(...addedFolders(data as NonNullable<Settings['read']>, kept, range));
      const flags = Object.entries(data).filter(([, value]) => typeof value === 'boolean');
      this.result.switches = { ...this.result.switches, ...(Object.fromEntries(flags) as ReadSwitches) };
    } else if (key === 'friction') {
      const path = insidePath(data as string);
      if (path !== undefined && /\.(?:md|markdown|txt)$/i.test(path)) this.result.friction = path;
      else this.report([{ code: 'bad-value', message: noNotes, start: kept.start, end: kept.end }]);
    } else if (key === 'direction') {
      const { now = [], next = [], later = [], ...rest } = data as NonNullable<Settings['direction']>;
      const { folder, uri } = this.#source;
      this.result.directions.push({
        ...rest,
        now,
        next,
        later,
        folder,
        uri,
        range: range(tree),
      } as Direction);
    }
  }
}

/** The folders that `read` adds to groups of formats. */
function addedFolders(
  read: NonNullable<Settings['read']>,
  tree: YamlTree,
  rangeIn: (place: YamlTree) => Range,
): readonly AddedFolder[] {
  return Object.entries(read).flatMap(([group, folders]) => {
    if (typeof folders !== 'object') return [];
    const place = tree.keys?.get(group)?.tree ?? tree;
    return folders.map((value, index) => ({
      group: group as FormatGroup,
      value,
      range: rangeIn(place.items?.[index] ?? place),
    }));
  });
}
