import type { Range } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Entry, Kind } from '../guidance/model';
import type { DocumentMatches, Match } from '../match/documentMatches';
import { contactFor } from '../match/scope';
import { relativePath } from '../text/links';
import type { CardContext } from './card';
import { proseOf } from './search';

/** A place: a line, or a column of it, both 0-based; the whole file without either. */
export interface ExplainQuery {
  readonly line?: number | undefined;
  /** UTF-16 units. */
  readonly character?: number | undefined;
}

export interface Explanation {
  readonly entries: readonly ExplainedEntry[];
}

/** An entry as data; keys with nothing to say are left out. */
export interface ExplainedEntry {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  /** Why, or what a term or a marker means; the context of a decision. Markdown, as it was written. */
  readonly why?: string;
  /** All that a section of somebody else's file says. Markdown, as it was written. */
  readonly text?: string;
  /** Other tools that read it, too. */
  readonly readBy?: readonly string[];
  /** Who to ask now. */
  readonly owner?: string;
  /** `path` is relative to the workspace folder. */
  readonly source: { readonly path: string; readonly range: Range };
  /** Where it matches; absent for an entry that governs the whole file. */
  readonly range?: Range;
}

/** What governs a place, best first: what matches there, then what governs the whole file, then its area. */
export function explain(
  document: TextDocument,
  { line, character, found, ...context }: ExplainQuery & CardContext & { readonly found: DocumentMatches },
): Explanation {
  const matches = onePerEntry(found.matches.filter((match) => isAt(document, match, { line, character })));
  const { governing, area } = context.scope;
  const whole = governing.filter(({ selector }) => !selector.locates).map(({ entry }) => entry);
  return {
    entries: [
      ...matches.map(({ entry, start, end }) => ({
        ...explainEntry(entry, context),
        range: { start: document.positionAt(start), end: document.positionAt(end) },
      })),
      ...whole.map((entry) => explainEntry(entry, context)),
      ...(area === undefined ? [] : [explainEntry(area, context)]),
    ],
  };
}

/** An entry on its own. */
export function explainEntry(
  entry: Entry,
  context: Pick<CardContext, 'root' | 'today'> & Partial<CardContext>,
): ExplainedEntry {
  const area = entry.kind === 'area' ? entry : context.scope?.area;
  const owner = contactFor('owner' in entry ? entry.owner : undefined, area, context.today)?.handles.join(
    ', ',
  );
  const why = entry.kind === 'philosophy' || entry.kind === 'change' ? entry.why : meaningOf(entry);
  return {
    id: entry.id,
    kind: entry.kind,
    title: entry.title,
    ...(why && { why }),
    ...(entry.kind === 'philosophy' && entry.text !== undefined && { text: entry.text }),
    ...(entry.readBy && { readBy: entry.readBy }),
    ...(owner && { owner }),
    source: { path: relativePath(entry.uri, context.root) ?? entry.uri, range: entry.range },
  };
}

function meaningOf(entry: Entry): string | undefined {
  if (entry.kind === 'decision') return entry.context;
  return entry.kind === 'term' || entry.kind === 'marker' ? proseOf(entry) : undefined;
}

function isAt(document: TextDocument, { start, end }: Match, { line, character }: ExplainQuery): boolean {
  if (line === undefined) return true;
  if (character === undefined) {
    return document.positionAt(start).line <= line && line <= document.positionAt(end).line;
  }
  const offset = document.offsetAt({ line, character });
  return start <= offset && offset <= end;
}

/** The first place of each entry, by rank. */
function onePerEntry(matches: readonly Match[]): readonly Match[] {
  const first = new Map<Entry, Match>();
  for (const match of matches) if (!first.has(match.entry)) first.set(match.entry, match);
  return [...first.values()].sort((a, b) => a.rank - b.rank);
}
