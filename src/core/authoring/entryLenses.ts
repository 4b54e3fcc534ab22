import type { Range } from 'vscode-languageserver-types';
import { selectorsOf } from '../guidance/deadGlobs';
import { governingOf, type Guidance, keyOf } from '../guidance/guidance';
import type { Entry, Kind, WrittenText } from '../guidance/model';
import { counted } from '../text/counted';
import { grouped } from '../text/grouped';
import type { EntryCount } from '../workspacePlaces';
import { identityOf, kindOf } from './names';
import { entriesIn } from './writtenText';

/** What a lens tells of an entry: what it governs, which of its patterns are dead, or by whom it is used. */
export type LensTopic = 'governs' | 'dead' | 'used';

/** The entry that a lens is about. JSON, and stable across edits. */
export interface LensEntry {
  readonly topic: LensTopic;
  readonly uri: string;
  readonly kind: Kind;
  readonly id: string;
}

/** A line above an entry. */
export interface EntryLens {
  readonly about: LensEntry;
  readonly range: Range;
  /** Plain text, without any of the source; absent where it is counted when the lens is shown. */
  readonly title?: string;
}

/** The lenses of a source, for the entries of it that were read. */
export function lensesOf(written: WrittenText, uri: string, guidance: Guidance): readonly EntryLens[] {
  const own = grouped(guidance.entries, (entry) => (entry.uri === uri ? [keyOf(entry)] : []));
  const askedBy = grouped(guidance.entries, (entry) =>
    entry.kind === 'checklist' ? [...new Set(entry.items.map(({ philosophy }) => philosophy))] : [],
  );
  return entriesIn(written).flatMap((each): EntryLens[] => {
    const kind = kindOf[each.section];
    const [entry] = own.get(keyOf({ kind, id: identityOf(each)?.id ?? '' })) ?? [];
    if (entry === undefined) return [];
    const start = written.document.positionAt(each.tree.start);
    const lens = (topic: LensTopic, title?: string): EntryLens => ({
      about: { topic, uri, kind, id: entry.id },
      range: { start, end: start },
      ...(title !== undefined && { title }),
    });
    const dead = deadIn(entry, guidance).length;
    const users = kind === 'philosophy' ? (askedBy.get(entry.id)?.length ?? 0) : 0;
    return [
      ...(governs(entry, guidance) ? [lens('governs')] : []),
      ...(dead > 0 ? [lens('dead', counted(dead, 'dead pattern'))] : []),
      ...(users > 0 ? [lens('used', `used by ${counted(users, 'checklist')}`)] : []),
    ];
  });
}

/** `governs 34 files, 12 places` */
export function governsTitle(kind: Kind, { files, places, isPartial, isCut }: EntryCount): string {
  const most = isCut ? 'at least ' : '';
  const held = `${kind === 'area' ? 'holds' : 'governs'} ${most}${counted(files, 'file')}`;
  if (places === undefined) return held;
  return `${held}, ${most}${counted(places, 'place')}${isPartial ? ' so far' : ''}`;
}

/** Where the globs of an entry stand that admit no file. */
export function deadIn({ uri, range }: Entry, { problems }: Guidance): readonly Range[] {
  const found = problems.filter((problem) => problem.code === 'dead-glob' && problem.uri === uri);
  return found
    .map((problem) => problem.range)
    .filter(({ start }) => isFrom(range.start, start) && isFrom(start, range.end));
}

/** The questions of checklists that name a philosophy, one for each checklist. */
export function usersOf(
  { kind, id }: Entry,
  { entries }: Guidance,
): readonly { readonly uri: string; readonly range: Range }[] {
  if (kind !== 'philosophy') return [];
  return entries.flatMap((entry) => {
    const item =
      entry.kind === 'checklist' ? entry.items.find(({ philosophy }) => philosophy === id) : undefined;
    return item === undefined ? [] : [{ uri: entry.uri, range: item.range }];
  });
}

function governs(entry: Entry, { decisions }: Guidance): boolean {
  return entry.kind === 'area' ? selectorsOf(entry).length > 0 : governingOf(entry, '', decisions).length > 0;
}

function isFrom(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
