import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Governing, Guidance } from '../guidance/guidance';
import type { Area } from '../guidance/model';
import type { DocumentMatches } from '../match/documentMatches';
import { contactFor } from '../match/scope';
import { cleanLine } from '../text/markdown';
import { type Card, type CardContext, cardOf, type CardSource, sourceOf } from './card';
import { cardsOf, isShown } from './cardsOf';

/** What governs a file, and the line under the cursor. */
export interface HereResult {
  /** Path in the workspace folder, plain text; the name of the text where it is no file. */
  readonly path: string;
  /** What matches on the line and the markers on it, best first. */
  readonly line: readonly Card[];
  /** Entries that govern the file: those that locate with the number of their places in it, the others without. */
  readonly file: readonly HereEntry[];
  readonly area?: HereArea;
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
}

/** Plain text, all of it. */
export interface HereArea {
  readonly name: string;
  /** Who leads it now: the delegate while the lead is away. */
  readonly contact: string;
  /** Where to ask, and in whose place somebody answers. */
  readonly detail: string;
  readonly source: CardSource;
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
  const { area, direction, governing } = context.scope;
  return {
    path: cleanLine(path),
    line: cardsOf(document, onLine, context),
    file: governing.flatMap((each) => hereEntry(each, context, places.get(each.entry) ?? 0)),
    ...(area && { area: hereArea(area, context) }),
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

function hereArea(area: Area, context: CardContext): HereArea {
  const contact = contactFor(undefined, area, context.today);
  const detail = [
    area.ask,
    contact?.insteadOf && `for ${contact.insteadOf}, away until ${contact.awayUntil}`,
  ];
  return {
    name: cleanLine(area.title),
    contact: cleanLine(contact?.handles.join(', ') ?? ''),
    detail: cleanLine(detail.filter(Boolean).join(' · ')),
    source: sourceOf(area, context.root),
  };
}

function isCurrent(until: string | undefined, today: string): boolean {
  return until === undefined || today <= until;
}
