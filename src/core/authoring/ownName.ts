import type { Guidance } from '../guidance/guidance';
import type { Entry } from '../guidance/model';
import { freeSlug, slug } from '../text/slug';
import type { Value } from './completeValues';
import type { Known } from './known';
import type { SourcePlace } from './sourcePlace';

/** An id that says what a title says, and that no other entry has. */
export function idOfTitle(title: string, { sources }: Guidance, isOwn: (entry: Entry) => boolean): string {
  const others = sources.flatMap(({ entries }) => entries).filter((entry) => !isOwn(entry));
  const taken = new Set(others.map(({ id }) => id));
  return freeSlug(slug(title), (each) => taken.has(each));
}

/** A title that says what an id says. */
export function titleOfId(id: string): string {
  const words = id.replace(/[-_.]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Tells the entry that is written. */
export function isOwnIn({ uri, line }: Pick<Known, 'uri' | 'line'>): (entry: Entry) => boolean {
  return (entry) => entry.uri === uri && entry.range.start.line <= line && line <= entry.range.end.line;
}

/** What an id or a title would be that says what the other one says; of a step and of an item, the id only. */
export function madeNames({ path, page }: SourcePlace, known: Known): readonly Value[] {
  const keys = path.filter((part) => typeof part === 'string');
  const name = keys.at(-1);
  if (name !== 'id' && name !== 'title') return [];
  const isOwn = isOwnIn(known);
  // One whose id another one has already is in its source only.
  const own = known.guidance.sources.flatMap(({ entries }) => entries).find(isOwn);
  if (own === undefined) return [];
  const made = (label: string, from: string): readonly Value[] => [
    { kind: 'value', label, detail: `from the ${from}` },
  ];
  if (keys.length === (page === undefined ? 2 : 1))
    return name === 'id'
      ? made(idOfTitle(own.title, known.guidance, isOwn), 'title')
      : made(titleOfId(own.id), 'id');
  const parts = own.kind === 'walkthrough' ? own.steps : own.kind === 'checklist' ? own.items : [];
  const part = parts.find(({ range }) => range.start.line <= known.line && known.line <= range.end.line);
  if (part === undefined || name === 'title') return [];
  return 'ask' in part ? made(slug(part.ask), 'question') : made(slug(part.title), 'title');
}
