import type { Range } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Match } from '../match/documentMatches';
import { type Card, type CardContext, cardOf } from './card';

export interface HoverResult {
  /** The narrowest match at the place. */
  readonly range: Range;
  /** One card an entry, best first. */
  readonly cards: readonly Card[];
}

/** The cards of what matches at an offset, in the order of `matches`' entries; `undefined` where nothing does. */
export function hoverAt(
  document: TextDocument,
  offset: number,
  { matches, ...context }: CardContext & { readonly matches: readonly Match[] },
): HoverResult | undefined {
  const here = matches
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((a, b) => a.rank - b.rank);
  if (here.length === 0) return undefined;
  const narrowest = here.reduce((best, match) =>
    match.end - match.start < best.end - best.start ? match : best,
  );
  const entries = new Set(here.map(({ entry }) => entry));
  return {
    range: { start: document.positionAt(narrowest.start), end: document.positionAt(narrowest.end) },
    cards: [...entries].map((entry) => cardOf(entry, context)),
  };
}
