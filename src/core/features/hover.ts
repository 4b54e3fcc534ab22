import type { Range } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Stretch } from '../markers/markerBody';
import type { Card, CardContext } from './card';
import { cardsOf, type Found, isShown } from './cardsOf';

export interface HoverResult {
  /** The narrowest match at the place. */
  readonly range: Range;
  /** One card an entry, best first. */
  readonly cards: readonly Card[];
}

/** The cards of what matches at an offset, and of the marker whose tag is there; `undefined` where nothing does. */
export function hoverAt(
  document: TextDocument,
  offset: number,
  { matches, markers, ...context }: CardContext & Found,
): HoverResult | undefined {
  const isHere = ({ start, end }: Stretch) => start <= offset && offset <= end;
  const here = {
    matches: matches.filter(isHere),
    markers: markers.filter((placed) => isShown(placed) && isHere(placed.marker)),
  };
  const stretches: readonly Stretch[] = [...here.matches, ...here.markers.map(({ marker }) => marker)];
  if (stretches.length === 0) return undefined;
  const narrowest = stretches.reduce((best, each) =>
    each.end - each.start < best.end - best.start ? each : best,
  );
  return {
    range: { start: document.positionAt(narrowest.start), end: document.positionAt(narrowest.end) },
    cards: cardsOf(document, here, context),
  };
}
