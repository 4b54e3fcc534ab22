import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Match, PlacedMarker } from '../match/documentMatches';
import { type Card, type CardContext, cardOf } from './card';
import { markerCard } from './markerCard';

/** Matches and markers of a place. */
export interface Found {
  readonly matches: readonly Match[];
  readonly markers: readonly PlacedMarker[];
}

/** The cards of what was found at a place, best first: one for each entry, and one for each marker without one. */
export function cardsOf(
  document: TextDocument,
  { matches, markers }: Found,
  context: CardContext,
): readonly Card[] {
  const markerRank = context.scope.governing.length;
  const ranked = [
    ...matches.flatMap(({ entry, rank, named }) =>
      entry.kind === 'marker' ? [] : [{ rank, card: cardOf(entry, context, named) }],
    ),
    ...markers.map((placed) => ({ rank: markerRank, card: markerCard(document, placed, context) })),
  ].sort((a, b) => a.rank - b.rank);
  const keys = new Set<string>();
  return ranked.flatMap(({ card }) => {
    if (keys.has(card.key)) return [];
    keys.add(card.key);
    return [card];
  });
}

/** Whether anything is shown about a marker: suppressions that no team wrote about are only counted. */
export function isShown({ policy, isExcused }: PlacedMarker): boolean {
  return !isExcused && (policy.kind === 'debt' || policy.entry !== undefined);
}
