import { TextDocument } from 'vscode-languageserver-textdocument';
import { everyFile, type Selector } from '../../match/selector';
import { cut } from '../../text/cut';
import { relativePath } from '../../text/links';
import { cleanLine } from '../../text/markdown';
import { splitFrontMatter } from '../frontMatter';
import { generatedIn, withoutGenerated } from '../generated';
import type { Source } from '../model';
import { rangeOf } from '../parts';
import { isYamlSyntax } from '../problemCodes';
import { entriesOnly, readerProblem, type SourceText } from '../sourceText';
import type { YamlPair, YamlProblem } from '../yamlTree';
import { foreignIds, foreignPhilosophy } from './foreignEntry';
import { readForeignGlobs } from './foreignGlobs';
import type { InstructionKeys, Reach } from './instructionKeys';
import { readLooseFrontMatter } from './looseFrontMatter';
import { proseSections } from './proseSections';
import { readWrittenGlobs } from './writtenGlobs';

/** What one format of instructions is like. */
export interface InstructionKind {
  readonly readBy: readonly string[];
  /** Which files it is about where nothing else is said: all below its folder, or none by itself. */
  readonly governs: 'folder' | 'nothing';
  /** What its front matter may say of that; absent where it has none. */
  readonly keys?: InstructionKeys;
}

/**
 * Reads instructions for agents or contributors: each `##` section is a philosophy without a why, about the files that
 * its format says. Never throws; what its own tool would not read is a problem, and is read here.
 */
export function readInstructions(source: SourceText, kind: InstructionKind): Source {
  const { uri } = source;
  const generated = generatedIn(source.text);
  const text = withoutGenerated(source.text, generated);
  const document = TextDocument.create(uri, 'markdown', 0, text);
  const front = frontOf(text, kind.keys);
  const scope = scopeOf(front.keys, { source, kind, document });
  const description = lineOf(front.keys.get('description'));
  const sections = isPath(text) ? [] : proseSections(text, front.bodyStart);
  const baseOf = foreignIds(source, document);
  const isWhole = sections.length === 1 && sections[0]!.depth < 2;
  const entries = sections.map(({ title, text: said, start, end }) => {
    const name = (isWhole ? description : undefined) ?? title ?? nameOf(source);
    const base = baseOf({ title: cut(name, 120), start, end });
    return foreignPhilosophy(base, { text: said, applies: scope.applies, readBy: scope.readBy });
  });
  const problems = [...besides(front.problems, kind.keys, front.keys), ...scope.problems];
  return {
    ...entriesOnly(source, {
      entries,
      problems: problems.map((problem) => readerProblem(problem, document)),
    }),
    ...(generated && { generated: { ...generated, range: rangeOf(document, generated) } }),
  };
}

/** What is not YAML is told of once: of globs by their own problem, and not where the format's own tool reads it. */
function besides(
  problems: readonly YamlProblem[],
  known: InstructionKeys | undefined,
  keys: ReadonlyMap<string, YamlPair>,
): readonly YamlProblem[] {
  const from = keys.get(known?.globs ?? '')?.keyStart ?? Infinity;
  const next = Math.min(
    ...[...keys.values()].map(({ keyStart }) => keyStart).filter((start) => start > from),
  );
  return problems.filter(
    ({ code, start }) =>
      !isYamlSyntax(code) || (known?.readsUnquoted === false && !(start >= from && start < next)),
  );
}

interface Front {
  readonly keys: ReadonlyMap<string, YamlPair>;
  readonly bodyStart: number;
  readonly problems: readonly YamlProblem[];
}

/** Of a format without front matter, what other tools put there is neither shown nor wrong. */
function frontOf(text: string, known: InstructionKeys | undefined): Front {
  if (known === undefined) {
    const { tree, bodyStart } = splitFrontMatter(text);
    return { keys: tree.keys ?? new Map<string, YamlPair>(), bodyStart, problems: [] };
  }
  const front = readLooseFrontMatter(text);
  const isOpened = /^\ufeff?---/.test(text);
  // Prose may begin with a word and a colon, too.
  if (isOpened || [known.globs, 'description'].some((key) => front.keys.has(key))) return front;
  return { keys: new Map(), bodyStart: 0, problems: [] };
}

interface Place {
  readonly source: SourceText;
  readonly kind: InstructionKind;
  readonly document: TextDocument;
}

interface Scope {
  /** Absent: it governs no file by itself. */
  readonly applies?: Selector;
  readonly readBy: readonly string[];
  readonly problems: readonly YamlProblem[];
}

function scopeOf(keys: ReadonlyMap<string, YamlPair>, { source, kind, document }: Place): Scope {
  const { readBy } = kind;
  const everywhere = { applies: everyFile, readBy, problems: [] };
  const nowhere = { readBy, problems: [] };
  if (kind.keys === undefined) return kind.governs === 'folder' ? everywhere : nowhere;
  const written = readWrittenGlobs(source.text, keys.get(kind.keys.globs), kind.keys);
  const reach: Reach = kind.keys.reachOf(keys, written.texts !== undefined);
  const readers = kind.keys.readersOf?.(keys, readBy) ?? readBy;
  if (reach === 'always') return { ...everywhere, readBy: readers };
  if (reach === 'asked') return { ...nowhere, readBy: readers };
  const { files, except, errors } = readForeignGlobs(written.texts ?? [], {
    dialect: kind.keys.dialect,
    folder: source.folder,
    rangeOf: (place) => rangeOf(document, place),
  });
  const unread = errors.map(({ place, error }): YamlProblem => ({
    code: 'bad-glob',
    message: `This glob is not read: ${error.message}`,
    start: place.start,
    end: place.end,
  }));
  return {
    applies: { ...everyFile, files, except },
    readBy: readers,
    problems: [...written.problems, ...unread],
  };
}

/** A link that a system without links has checked out: the path of the other file is all that there is. */
function isPath(text: string): boolean {
  return text.length < 256 && /^[\w./-]+\.md\s*$/i.test(text);
}

function lineOf(pair: YamlPair | undefined): string | undefined {
  const value = pair?.tree.value;
  return typeof value === 'string' ? cleanLine(value) || undefined : undefined;
}

function nameOf({ uri, folder }: SourceText): string {
  const path = relativePath(uri, folder) ?? uri;
  return cleanLine(path.slice(path.lastIndexOf('/') + 1));
}
