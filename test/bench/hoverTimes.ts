import type { Position } from 'vscode-languageserver-protocol/node';
import { createDice } from './dice';
import type { LanguageServer } from './languageServer';
import { percentile, timed } from './measure';

/** Milliseconds between a request and its answer. */
export interface HoverTimes {
  readonly p50: number;
  readonly p99: number;
  /** From an edit to the answer of the hover that follows at once; the median. */
  readonly afterEdit: number;
}

export interface HoverPlan {
  readonly places: readonly Position[];
  readonly edits: number;
}

/** One run: hovers back to back, then letters that are typed and taken away again, each with a hover beside it. */
export async function hoverTimes(server: LanguageServer, { places, edits }: HoverPlan): Promise<HoverTimes> {
  const still: number[] = [];
  for (const place of places) still.push(await timed(() => server.hover(place)));
  const edited: number[] = [];
  for (const place of places.slice(0, edits / 2)) {
    for (const [length, text] of [[0, 'x'] as const, [1, ''] as const]) {
      edited.push(
        await timed(async () => {
          await server.replace(place, length, text);
          await server.hover(place);
        }),
      );
    }
  }
  return { p50: percentile(still, 0.5), p99: percentile(still, 0.99), afterEdit: percentile(edited, 0.5) };
}

/** Where a mouse may rest in a text: anywhere, and one time in ten on a match. */
export function restingPlaces(
  text: string,
  matches: readonly Position[],
  count: number,
): readonly Position[] {
  const dice = createDice(3);
  const lines = text.split('\n').flatMap((content, line) => (content.length > 4 ? [{ content, line }] : []));
  return Array.from({ length: count }, (_, index) => {
    if (index % 10 === 0 && matches.length > 0) return dice.pick(matches);
    const { content, line } = dice.pick(lines);
    return { line, character: 2 + dice.roll(content.length - 2) };
  });
}
