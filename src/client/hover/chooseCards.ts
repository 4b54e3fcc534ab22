import type { Card } from '../../core/features/card';
import type { Marks } from '../state/marks';

const mostShown = 3;

export interface ChosenCard {
  readonly card: Card;
  /** Whether one line is enough for this person. */
  readonly folded: boolean;
}

/** The cards a person sees in a hover, and those that are one click away; what they muted is in neither. */
export function chooseCards(
  cards: readonly Card[],
  marks: Marks,
): { readonly shown: readonly ChosenCard[]; readonly more: readonly Card[] } {
  const wanted = cards.filter(({ key }) => marks.get(key) !== 'muted');
  return {
    shown: wanted.slice(0, mostShown).map((card) => ({ card, folded: marks.get(card.key) === 'folded' })),
    more: wanted.slice(mostShown),
  };
}
