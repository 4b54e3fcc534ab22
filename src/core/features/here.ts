import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Governing, Guidance } from '../guidance/guidance';
import type { DocumentMatches } from '../match/documentMatches';
import { areasAt } from '../match/scope';
import { cleanLine } from '../text/markdown';
import { type Card, type CardContext, cardOf, type CardSource, sourceOf } from './card';
import { cardsOf, isShown } from './cardsOf';
import { nameArea, type NamedArea } from './owners';

/** What governs a file, and the line under the cursor. */
export interface HereResult {
  /** Path in the workspace folder, plain text; the name of the text where it is no file. */
  readonly path: string;
  /** What matches on the line and the markers on it, best first. */
  readonly line: readonly Card[];
  /** Entries that govern the file: those that locate with the number of their places in it, the others without. */
  readonly file: readonly HereEntry[];
  /** Who leads or owns the file: what counts first, then what else its source says of it. */
  readonly areas: readonly NamedArea[];
  readonly focus?: HereFocus;
  /** Problems in the guidance of this workspace folder. */
  readonly problems: number;
  /** Whether this workspace folder has any guidance. */
  readonly hasGuidance: boolean;
  /** What was left out, each a sentence. */
  readonly skipped: readonly string[];
}

export interface HereEntry extends Card {
  readonly places?: number;
  /** The path or name by which the entry's text names the file; plain text. */
  readonly named?: string;
}

export interface HereFocus {
  readonly text: string;
  /** The last day of it. */
  readonly until?: string;
  readonly source: CardSource;
}

export interface HereQuery {
  readonly guidance: Guidance;
  readonly context: CardContext;
  readonly found: DocumentMatches;
  readonly path: string;
  /** 0-based. */
  readonly line: number;
}

/** What to show beside a document: of located entries only those with a place in it, and all that govern it whole. */
export function hereAt(
  document: TextDocument,
  { guidance, context, found, path, line }: HereQuery,
): HereResult {
  const isOnLine = ({ start, end }: { readonly start: number; readonly end: number }) =>
    document.positionAt(start).line <= line && line <= document.positionAt(end).line;
  const onLine = {
    matches: found.matches.filter(isOnLine),
    markers: found.markers.filter((placed) => isShown(placed) && isOnLine(placed.marker)),
  };
  const places = new Map<object, number>();
  for (const { entry } of found.matches) places.set(entry, (places.get(entry) ?? 0) + 1);
  const { direction, governing } = context.scope;
  return {
    path: cleanLine(path),
    line: cardsOf(document, onLine, context),
    file: [
      ...governing.flatMap((each) => hereEntry(each, context, places.get(each.entry) ?? 0)),
      ...namedEntries(context, places),
    ],
    areas: areasAt(guidance, path).map((area) => nameArea(area, context)),
    ...(direction?.focus &&
      isCurrent(direction.until, context.today) && {
        focus: {
          text: cleanLine(direction.focus),
          ...(direction.until && { until: direction.until }),
          source: sourceOf(direction, context.root),
        },
      }),
    problems: guidance.problems.length,
    hasGuidance: guidance.entries.length > 0,
    skipped: found.skipped,
  };
}

function hereEntry(
  { entry, selector }: Governing,
  context: CardContext,
  places: number,
): readonly HereEntry[] {
  if (!selector.locates) return [cardOf(entry, context)];
  return places === 0 ? [] : [{ ...cardOf(entry, context), places }];
}

/** Those that nobody wrote a selector for: whose text names the file, or something in it. */
function namedEntries(context: CardContext, places: ReadonlyMap<object, number>): readonly HereEntry[] {
  const { governing, named } = context.scope;
  const told = new Set<object>(governing.map(({ entry }) => entry));
  const isNew = ({ entry }: { readonly entry: object }) => !told.has(entry) && told.add(entry);
  const files = (named?.files ?? [])
    .filter(isNew)
    .map(({ entry, path }): HereEntry => ({ ...cardOf(entry, context, path), named: cleanLine(path) }));
  const symbols = (named?.symbols ?? [])
    .filter((each) => places.has(each.entry) && isNew(each))
    .map(({ entry, symbol }): HereEntry => ({
      ...cardOf(entry, context, symbol),
      places: places.get(entry)!,
    }));
  return [...files, ...symbols];
}

function isCurrent(until: string | undefined, today: string): boolean {
  return until === undefined || today <= until;
}
