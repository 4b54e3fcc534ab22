import MiniSearch from 'minisearch';
import type { Guidance } from '../guidance/guidance';
import type { Entry, Kind } from '../guidance/model';
import { cleanLine } from '../text/markdown';
import { type CardSource, sourceOf } from './card';

export interface SearchHit {
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
  /** The beginning of what the entry says, one line of plain text. */
  readonly detail: string;
  readonly source: CardSource;
}

export interface SearchIndex {
  /** Everything that fits the words, best first; all of it, in the order of the sources, where there are none. */
  find(query: string): readonly SearchHit[];
}

const maxHits = 200;

/** Indexes everything that was written. Words match by their beginning, and long ones with a slip of the keyboard. */
export function createSearchIndex(guidances: readonly Guidance[]): SearchIndex {
  const documents = guidances.flatMap((guidance) =>
    guidance.entries.map((entry) => ({ entry, root: guidance.root })),
  );
  const index = new MiniSearch<IndexedEntry>({
    fields: ['title', 'names', 'text', 'id'],
    searchOptions: {
      boost: { title: 4, names: 4, id: 2 },
      prefix: true,
      fuzzy: (word) => (word.length > 4 ? 0.2 : false),
      combineWith: 'AND',
    },
    idField: 'number',
  });
  index.addAll(documents.map(({ entry }, number) => indexed(entry, number)));
  return {
    find(query) {
      const numbers =
        query.trim() === ''
          ? documents.map((_, number) => number)
          : index.search(query).map((hit) => hit.id as number);
      return numbers.slice(0, maxHits).map((number) => hitOf(documents[number]!));
    },
  };
}

interface IndexedEntry {
  readonly number: number;
  readonly title: string;
  readonly id: string;
  readonly names: string;
  readonly text: string;
}

function indexed(entry: Entry, number: number): IndexedEntry {
  return { number, title: entry.title, id: entry.id, names: namesOf(entry), text: proseOf(entry) };
}

function namesOf(entry: Entry): string {
  if (entry.kind === 'term') return entry.names.join(' ');
  if (entry.kind === 'marker') return [entry.tag, ...entry.aliases].join(' ');
  if (entry.kind === 'decision') return `${entry.file} ADR-${entry.number ?? ''} ${entry.number ?? ''}`;
  return entry.kind === 'philosophy' ? entry.tags.join(' ') : '';
}

/** All prose of an entry, the most telling first. */
export function proseOf(entry: Entry): string {
  const parts = ((): readonly (string | undefined)[] => {
    switch (entry.kind) {
      case 'philosophy':
        return [entry.why, entry.text, entry.do, entry.dont, ...entry.checklist];
      case 'decision':
        return [entry.decision, entry.context, entry.consequences, ...entry.checklist];
      case 'change':
        return [entry.why, entry.say];
      case 'marker':
      case 'term':
        return [entry.means];
      case 'area':
        return [entry.leads.join(', '), entry.ask];
      case 'checklist':
        return entry.items.flatMap(({ ask, why }) => [ask, why]);
      case 'walkthrough':
        return [entry.text, ...entry.steps.flatMap(({ title, text }) => [title, text])];
    }
  })();
  return parts.filter((part) => part !== undefined).join('\n');
}

function hitOf({ entry, root }: { readonly entry: Entry; readonly root: string }): SearchHit {
  const detail = cleanLine(proseOf(entry));
  return {
    kind: entry.kind,
    id: entry.id,
    title: cleanLine(entry.title),
    detail: detail.length > 160 ? `${detail.slice(0, 159)}…` : detail,
    source: sourceOf(entry, root),
  };
}
