import { TextDocument } from 'vscode-languageserver-textdocument';
import { compileSelector } from '../../match/selector';
import { isDay } from '../../text/day';
import { cleanLine } from '../../text/markdown';
import { slug } from '../../text/slug';
import type { Decision, DecisionReference } from '../decisionModel';
import type { Source } from '../model';
import { rangeOf, yamlParts } from '../parts';
import { levels } from '../schema';
import { entriesOnly, readerProblem, type SourceText } from '../sourceText';
import type { YamlPair, YamlProblem, YamlTree } from '../yamlTree';
import { decisionNumber, decisionSlug, nameOf } from './decisionFile';
import { referencesIn, relationsIn, valueReferences } from './decisionLinks';
import { partsOf, scopeOf } from './decisionScope';
import { isPlaceholder, readDecisionStatus } from './decisionStatus';
import { keyOfName, type Piece, readDecisionText, withoutComments } from './decisionText';
import type { DecisionKey } from './decisionWords';
import { readLooseFrontMatter } from './looseFrontMatter';

/**
 * Reads a decision record: MADR (https://adr.github.io/madr/) in its versions 2 to 4, adr-tools, log4brains, or plain
 * Markdown after Nygard. They differ in where the status stands and in their headings, and people mix them, so that one
 * reader looks in all places. Never throws; what cannot be read is a problem.
 */
export function readDecision(source: SourceText): Source {
  const { text, uri, folder } = source;
  if (text.trim() === '') return entriesOnly(source, { entries: [], problems: [] });
  const document = TextDocument.create(uri, 'markdown', 0, text);
  const front = readLooseFrontMatter(text);
  const { title, sections, lines } = readDecisionText(text, front.bodyStart);
  const values = valuesOf(front.keys);
  const said = (key: DecisionKey) => filled(values.get(key)) ?? filled(lines.get(key)) ?? [];
  const file = nameOf(decodeURIComponent(uri));
  const name = title ?? said('title')[0] ?? nameless(file);
  const statusPieces =
    filled(values.get('status')) ??
    filled(lines.get('status')) ??
    filled(present(sections.get('status'))) ??
    [];
  const statusText = statusPieces.map(({ value }) => value).join('\n');
  const status = readDecisionStatus(statusText);
  const relations = relationsIn([...statusPieces, ...present(sections.get('links'))], document);
  const related = (key: 'supersedes' | 'supersededBy') =>
    onlyOnce([...said(key).flatMap((piece) => valueReferences(piece, document)), ...relations[key]]);
  // A heading of that name is about the work on the decision.
  const checklist = filled(values.get('checklist')) ?? [];
  const keys = partsOf({
    text,
    name,
    statusPieces,
    sections,
    files: said('files'),
    symbols: said('symbols'),
    checklist,
  });
  const parts = yamlParts(document, keys);
  const applies = scopeOf(keys);
  const compiled =
    applies && compileSelector({ data: applies, parts, path: ['applies'], uri, compilers: source.compilers });
  const number = decisionNumber(file);
  const level = levels.find((known) => known === said('level')[0]?.value);
  const date = dateOf(said('date')[0]?.value);
  const entry: Decision = {
    kind: 'decision',
    id: decisionSlug(file) || slug(name.value),
    title: cleanLine(name.value),
    file,
    folder,
    // Links of Markdown start at its own folder.
    linkBase: uri.slice(0, uri.lastIndexOf('/') + 1),
    uri,
    range: rangeOf(document, { start: 0, end: text.trimEnd().length }),
    parts,
    ...(number !== undefined && { number }),
    ...(status !== undefined && { status }),
    ...(statusText !== '' && { statusText: cleanLine(plainText(statusText.split('\n')[0]!)) }),
    ...(date !== undefined && { date }),
    people: {
      deciders: said('deciders').flatMap(namesIn),
      consulted: said('consulted').flatMap(namesIn),
      informed: said('informed').flatMap(namesIn),
      contact: said('contact').flatMap(namesIn),
    },
    ...proseOf(sections.get('context'), 'context'),
    ...proseOf(sections.get('decision'), 'decision'),
    ...proseOf(sections.get('consequences'), 'consequences'),
    links: present(sections.get('links')).flatMap((piece) => referencesIn(piece, document)),
    supersedes: related('supersedes'),
    supersededBy: related('supersededBy'),
    ...(compiled && { applies: compiled.selector }),
    checklist: checklist.map(({ value }) => value),
    ...(level !== undefined && { level }),
  };
  const problems = [
    ...[...front.problems, ...statusProblems(statusPieces, status)].map((each) =>
      readerProblem(each, document),
    ),
    ...(compiled?.problems ?? []),
  ];
  return entriesOnly(source, { entries: [entry], problems });
}

/** Front matter by the keys that are known, each value as pieces of text. */
function valuesOf(keys: ReadonlyMap<string, YamlPair>): ReadonlyMap<DecisionKey, readonly Piece[]> {
  const found = new Map<DecisionKey, readonly Piece[]>();
  for (const [written, { tree }] of keys) {
    const key = keyOfName(written);
    const pieces = piecesIn(tree);
    if (key !== undefined && pieces.length > 0) found.set(key, [...(found.get(key) ?? []), ...pieces]);
  }
  return found;
}

/** `{proposed}` is a mapping of one key without a value to YAML, and `{a, b}` one of two. */
function piecesIn(tree: YamlTree): readonly Piece[] {
  if (tree.items !== undefined) return tree.items.flatMap(piecesIn);
  if (tree.keys !== undefined) {
    return [...tree.keys].flatMap(([key, pair]) => [
      { value: key, start: pair.keyStart, end: pair.keyEnd },
      ...(pair.tree.value === null ? [] : piecesIn(pair.tree)),
    ]);
  }
  const { value, start, end } = tree;
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
  return text === '' ? [] : [{ value: text, start, end }];
}

/** What nobody filled in is not there. */
function filled(pieces: readonly Piece[] | undefined): readonly Piece[] | undefined {
  const known = pieces?.filter(({ value }) => !isPlaceholder(value));
  return known === undefined || known.length === 0 ? undefined : known;
}

function present(piece: Piece | undefined): readonly Piece[] {
  return piece === undefined || piece.value === '' ? [] : [piece];
}

function nameless(file: string): Piece {
  const words = (decisionSlug(file) || file).replace(/[-_]+/g, ' ');
  return { value: words.charAt(0).toUpperCase() + words.slice(1), start: 0, end: 0 };
}

/**
 * Names that commas, semicolons or "and" separate; `@handle` and `Name <mail>` stay what they are. MADR's templates say
 * there whom to list.
 */
function namesIn({ value }: Piece): readonly string[] {
  const names = plainText(value).replace(/^[{[]|[}\]]$/g, '');
  if (/^list everyone\b/i.test(names)) return [];
  return names
    .split(/[,;、]|\s+(?:and|und|et|y|&)\s+/)
    .map((name) => cleanLine(name))
    .filter((name) => /[\p{L}\d]/u.test(name));
}

/** Links as their text, and no comments and marks. */
function plainText(markdown: string): string {
  return withoutComments(markdown)
    .replace(/\[([^[\]\n]*)\]\([^()\n]*\)/g, '$1')
    .replace(/\*\*|__|`/g, '')
    .trim();
}

function dateOf(text: string | undefined): string | undefined {
  const [, year, month = '', day = ''] = /(\d{4})[-/.](\d\d?)[-/.](\d\d?)/.exec(text ?? '') ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(date) ? date : undefined;
}

function proseOf<K extends 'context' | 'decision' | 'consequences'>(piece: Piece | undefined, key: K) {
  const value = withoutComments(piece?.value ?? '').trim();
  return (value === '' ? {} : { [key]: value }) as { readonly [P in K]?: string };
}

function onlyOnce(references: readonly DecisionReference[]): readonly DecisionReference[] {
  return [
    ...new Map(references.map((reference) => [reference.target ?? reference.text, reference])).values(),
  ];
}

function statusProblems(pieces: readonly Piece[], status: Decision['status']): readonly YamlProblem[] {
  const [first] = pieces;
  if (first === undefined || status !== undefined) return [];
  const shown = cleanLine(plainText(first.value.split('\n')[0]!)).slice(0, 60);
  const message = `The status "${shown}" cannot be read, so this decision counts as accepted: write proposed, accepted, rejected, deprecated, or superseded by another decision.`;
  return [
    {
      code: 'unknown-status',
      message,
      start: first.start,
      end: first.start + first.value.split('\n')[0]!.length,
    },
  ];
}
