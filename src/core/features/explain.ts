import type { Range } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Area, Entry, Kind } from '../guidance/model';
import type { DecisionIndex } from '../guidance/decisionIndex';
import type { DocumentMatches, Match } from '../match/documentMatches';
import { contactFor } from '../match/scope';
import { passageNaming } from '../names/passage';
import { relativePath } from '../text/links';
import type { CardContext } from './card';
import { stateOf } from './decisionCard';
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
  /** What became of it, and of a decision when: `superseded, 2025-07-10`; absent where it just holds. */
  readonly status?: string;
  /** Why, or what a term or a marker means; the context of a decision. Markdown, as it was written. */
  readonly why?: string;
  /**
   * What was decided, or what a section of somebody else's file says; where it is long, what it says of the name that
   * leads to it. Markdown, as it was written.
   */
  readonly text?: string;
  /** Where nobody wrote a selector: the name in its text that is found here. */
  readonly named?: string;
  /** Other tools that read it, too. */
  readonly readBy?: readonly string[];
  /** Who to ask now. */
  readonly owner?: string;
  /** `path` is relative to the workspace folder. */
  readonly source: { readonly path: string; readonly range: Range };
  /** Where it matches; absent for an entry that governs the whole file. */
  readonly range?: Range;
}

/**
 * What governs a place, best first: what matches there, then what governs the whole file, then the texts that name the
 * file, then its area.
 */
export function explain(
  document: TextDocument,
  { line, character, found, ...context }: ExplainQuery & CardContext & { readonly found: DocumentMatches },
): Explanation {
  const matches = onePerEntry(found.matches.filter((match) => isAt(document, match, { line, character })));
  const { governing, area, named, decisions } = context.scope;
  const whole = governing.filter(({ selector }) => !selector.locates).map(({ entry }) => entry);
  const told = new Set<Entry>([...matches.map(({ entry }) => entry), ...whole]);
  const naming = (named?.files ?? []).filter(({ entry }) => !told.has(entry));
  const explained = (entry: Entry, name?: string) =>
    explainEntry(entry, { ...context, decisions, area, named: name });
  return {
    entries: [
      ...matches.map((match) => ({
        ...explained(match.entry, match.named),
        range: { start: document.positionAt(match.start), end: document.positionAt(match.end) },
      })),
      ...whole.map((entry) => explained(entry)),
      ...naming.map(({ entry, path }) => explained(entry, path)),
      ...(area === undefined ? [] : [explained(area)]),
    ],
  };
}

export interface EntryContext extends Pick<CardContext, 'root' | 'today'> {
  readonly decisions: DecisionIndex;
  /** Of the file that it is explained for. */
  readonly area?: Area | undefined;
  /** The name in its text that leads to it. */
  readonly named?: string | undefined;
}

/** An entry on its own. */
export function explainEntry(entry: Entry, context: EntryContext): ExplainedEntry {
  const { root, today, named } = context;
  const area = entry.kind === 'area' ? entry : context.area;
  const owner = contactFor('owner' in entry ? entry.owner : undefined, area, today)?.handles.join(', ');
  const why = entry.kind === 'philosophy' || entry.kind === 'change' ? entry.why : meaningOf(entry);
  const status = statusOf(entry, context.decisions);
  const text = textOf(entry, named);
  return {
    id: entry.id,
    kind: entry.kind,
    title: entry.title,
    ...(status && { status }),
    ...(why && { why }),
    ...(text && { text }),
    ...(named !== undefined && { named }),
    ...(entry.readBy && { readBy: entry.readBy }),
    ...(owner && { owner }),
    source: { path: relativePath(entry.uri, root) ?? entry.uri, range: entry.range },
  };
}

function statusOf(entry: Entry, decisions: DecisionIndex): string | undefined {
  if (entry.kind === 'decision') {
    const isKnown = entry.status !== undefined || !decisions.holds(entry);
    return isKnown ? stateOf(entry, decisions) : entry.date;
  }
  if (entry.kind === 'change') return entry.state;
  return entry.kind === 'philosophy' && entry.status !== 'accepted' ? entry.status : undefined;
}

function textOf(entry: Entry, named: string | undefined): string | undefined {
  if (entry.kind === 'decision') return entry.decision;
  if (entry.kind !== 'philosophy' || entry.text === undefined) return undefined;
  return named === undefined ? entry.text : passageNaming(entry.text, named);
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
