import type { Range } from 'vscode-languageserver-types';
import type { Guidance } from '../guidance/guidance';
import type { Kind, Source, WrittenText } from '../guidance/model';
import { rangeOf } from '../guidance/parts';
import type { Section } from '../guidance/schema';
import { keyAt } from '../guidance/schemaKeys';
import type { Path, YamlTree } from '../guidance/yamlTree';
import { grouped } from '../text/grouped';
import { isSlug, slug } from '../text/slug';
import { entriesIn, scalarsIn, textOf, type WrittenEntry } from './writtenText';

/**
 * What a name is the name of: an entry of one kind, an entry of any kind, a question of a checklist, a step of a
 * walkthrough, a person or team, a tag of philosophies, or a file.
 */
export type NamedKind = Kind | 'entry' | 'item' | 'step' | 'owner' | 'tag' | 'file';

/** A place in a source, or in a comment of code, where something is named. */
export interface Name {
  readonly of: NamedKind;
  /** Whether what is named is here, and not elsewhere. */
  readonly isDefinition: boolean;
  /** An id, a handle, a tag, or a path as it is written. */
  readonly name: string;
  /** Of an item or a step: the id of its checklist or walkthrough. */
  readonly within?: string;
  readonly uri: string;
  /** As `Source.folder`; of code, the folder of its file. */
  readonly folder: string;
  /** As `Source.linkBase`; another folder than `folder` in a pack. */
  readonly linkBase: string;
  /** The characters of the name; of an id that is not written, what it is made of. */
  readonly range: Range;
  /** False for an id that is made of a title or of the file's name. */
  readonly isWritten: boolean;
  /** Whether another name can be put there as it is: not where YAML might read it as something else than text. */
  readonly isInQuotes: boolean;
}

/** All names in the sources of a workspace folder. */
export interface Names {
  readonly all: readonly Name[];
  /** Those with a text, in the order of the sources. */
  named(name: string): readonly Name[];
}

/** The names in the guidance of a workspace folder, made once for each snapshot of it. */
export function namesOf(guidance: Guidance): Names {
  const known = ofGuidance.get(guidance);
  if (known !== undefined) return known;
  const all = uniqueSources(guidance).flatMap((source) => namesIn(source));
  const byName = grouped(all, ({ name }) => [name]);
  const names: Names = { all, named: (name) => byName.get(name) ?? [] };
  ofGuidance.set(guidance, names);
  return names;
}

/** The names of one source, in the order of its text; made once for each text. */
export function namesIn(source: Source): readonly Name[] {
  const { written } = source;
  if (written === undefined)
    return source.entries.map((entry) => ofEntry(entry.kind, entry.id, source, entry.range));
  return namesWritten(written, source);
}

/** The names in a text that somebody writes, in its order; made once for each. */
export function namesWritten(
  written: WrittenText,
  place: Pick<Source, 'uri' | 'folder' | 'linkBase'>,
): readonly Name[] {
  const known = ofWritten.get(written);
  // A pack is read for each folder that extends it.
  if (known?.folder === place.folder) return known.names;
  const found = [...definitionsIn(written, place), ...referencesIn(written, place)];
  const unique = [...new Map(found.map((name) => [keyOf(name), name])).values()];
  const names = unique.sort((a, b) => compare(a.range, b.range));
  ofWritten.set(written, { folder: place.folder, names });
  return names;
}

const ofGuidance = new WeakMap<Guidance, Names>();
const ofWritten = new WeakMap<WrittenText, { readonly folder: string; readonly names: readonly Name[] }>();

type Place = Pick<Source, 'uri' | 'folder' | 'linkBase'>;

/** A pack that is extended along two ways is there twice. */
function uniqueSources({ sources }: Guidance): readonly Source[] {
  return [
    ...new Map(
      sources.map((source) => [`${source.format?.title} ${source.folder} ${source.uri}`, source]),
    ).values(),
  ];
}

/** What an alias of YAML stands for is there as often as it is used. */
function keyOf({ of, isDefinition, range: { start }, name }: Name): string {
  return [of, isDefinition, start.line, start.character, name].join(' ');
}

function compare(a: Range, b: Range): number {
  return a.start.line - b.start.line || a.start.character - b.start.character;
}

/** What an entry of each section is. */
export const kindOf: Readonly<Record<Section, Kind>> = {
  philosophies: 'philosophy',
  changes: 'change',
  markers: 'marker',
  checklists: 'checklist',
  walkthroughs: 'walkthrough',
  areas: 'area',
  terms: 'term',
};

/** The keys that give an entry its id, the first that is there. */
const idKeys: Readonly<Partial<Record<Section, readonly string[]>>> = {
  markers: ['tag'],
  areas: ['name'],
  terms: ['term'],
};

interface ListIn {
  readonly list: string;
  readonly of: 'item' | 'step';
  readonly title: string;
}

/** Lists of things in an entry that have an id of their own, and what it is made of where it is not written. */
export const listsIn: Readonly<Partial<Record<Section, ListIn>>> = {
  checklists: { list: 'items', of: 'item', title: 'ask' },
  walkthroughs: { list: 'steps', of: 'step', title: 'title' },
};

/** The id of an entry, and what it is made of; `undefined` where nothing gives it one. */
export function identityOf({ section, tree }: WrittenEntry): Identity | undefined {
  return idOf(tree, idKeys[section] ?? ['id', 'title']);
}

function* definitionsIn(written: WrittenText, place: Place): Iterable<Name> {
  for (const entry of entriesIn(written)) {
    const { section } = entry;
    const own = identityOf(entry);
    if (own === undefined) continue;
    yield definition({ of: kindOf[section], ...own }, { written, place });
    yield* innerDefinitions(entry, own.id, { written, place });
  }
}

function* innerDefinitions({ section, tree }: WrittenEntry, within: string, at: At): Iterable<Name> {
  const parts = listsIn[section];
  const list = parts && tree.keys?.get(parts.list)?.tree;
  if (list === undefined) return;
  for (const item of list.items ?? [list]) {
    const own = item.keys === undefined ? madeOf(item) : idOf(item, ['id', parts!.title]);
    if (own !== undefined) yield { ...definition({ of: parts!.of, ...own }, at), within };
  }
}

export interface Identity {
  readonly id: string;
  readonly tree: YamlTree;
  readonly isWritten: boolean;
}

/** The id of what has these keys, of which the first that says something counts. */
function idOf({ keys }: YamlTree, names: readonly string[]): Identity | undefined {
  for (const name of names) {
    const tree = keys?.get(name)?.tree;
    if (tree === undefined || tree.value === null || typeof tree.value === 'object') continue;
    // The name of a file stands nowhere in its text: its title is what a reader looks for.
    const isNowhere = name === 'id' && tree.start === tree.end;
    const made = madeOf(tree);
    if (made !== undefined)
      return isNowhere ? { ...made, tree: keys?.get('title')?.tree ?? tree, isWritten: false } : made;
  }
  return undefined;
}

function madeOf(tree: YamlTree): Identity | undefined {
  if (tree.value === null || typeof tree.value === 'object') return undefined;
  const text = String(tree.value).trim();
  if (text === '') return undefined;
  return isSlug(text) ? { id: text, tree, isWritten: true } : { id: slug(text), tree, isWritten: false };
}

interface At {
  readonly written: WrittenText;
  readonly place: Place;
}

function definition(
  { of, id, tree, isWritten }: Identity & { readonly of: NamedKind },
  { written: { document }, place: { uri, folder, linkBase } }: At,
): Name {
  const { start, end, isInQuotes } = textOf(document.getText(), { ...tree, value: String(tree.value) });
  const range = rangeOf(document, { start, end });
  return { of, isDefinition: true, name: id, uri, folder, linkBase, range, isWritten, isInQuotes };
}

/** An entry of another tool's format: its id comes from its file or heading. */
function ofEntry(of: Kind, name: string, { uri, folder, linkBase }: Place, { start }: Range): Name {
  const range = { start, end: start };
  return { of, isDefinition: true, name, uri, folder, linkBase, range, isWritten: false, isInQuotes: false };
}

function* referencesIn(written: WrittenText, { uri, folder, linkBase }: Place): Iterable<Name> {
  const { document } = written;
  for (const scalar of scalarsIn(written)) {
    const of = namedAt(scalar.path);
    const name = scalar.value.trim();
    if (of === undefined || name === '') continue;
    const { start, end, isInQuotes } = textOf(document.getText(), scalar);
    const range = rangeOf(document, { start, end });
    yield { of, isDefinition: false, name, uri, folder, linkBase, range, isWritten: true, isInQuotes };
  }
}

/** What a value at a path names, as the schema says it. */
function namedAt(path: Path): NamedKind | undefined {
  const keys = path.filter((part) => typeof part === 'string');
  const holds = keyAt(keys)?.holds;
  switch (holds) {
    // The id of an entry is its definition.
    case 'id':
      return keys.at(-1) === 'id' ? undefined : 'entry';
    case 'philosophy':
    case 'checklist':
    case 'walkthrough':
    case 'owner':
      return holds;
    case 'decision':
    case 'path':
      return 'file';
    case 'group':
      return 'tag';
    default:
      return undefined;
  }
}
