import type { Region } from '../comments/regions';
import { skipToWord, wordGapEnd, wordPartEnd, type Stretch } from './words';

export interface Terms {
  /** Every place where a term is named, by start and then by term; terms with the same name share the place. */
  find(text: string, regions: readonly Region[]): readonly TermMatch[];
}

export interface TermMatch {
  /** The index of the term in the list that was compiled. */
  readonly term: number;
  /** UTF-16 offsets; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A name with more parts than this is a sentence, and is not looked for. */
export const maxTermParts = 32;

/**
 * The names of terms, found in code and comments as whole words or as parts of camelCase, snake_case and kebab-case,
 * without case: `order line` is in `orderLine`, `ORDER_LINE` and `order-line`, and not in `createOrderLines`.
 * The leftmost and then the longest name wins. A name in camel case is also found in one case: `PayPal` in `paypal`.
 * One pass over the text with one look-up for each part of a word.
 */
export function compileTerms(terms: readonly { readonly names: readonly string[] }[]): Terms {
  const root: PartNode = { next: new Map(), terms: [] };
  terms.forEach(({ names }, term) => {
    for (const name of names) {
      addName(root, partsOf(name), term);
      addName(root, partsOf(name.toLowerCase()), term);
    }
  });
  const beginsWithMark = [...root.next.keys()].some((part) => wordPartEnd({ text: part, end: 1 }, 0) === 0);
  return {
    find: (text, regions) => {
      const matches: TermMatch[] = [];
      for (const { start, end } of stretchesWithoutStrings(text, regions)) {
        const stretch = { text, end };
        for (let at = start; at < end;) {
          if (!beginsWithMark) at = skipToWord(stretch, at);
          at = findTerm(root, { stretch, at }, matches);
        }
      }
      return matches;
    },
  };
}

/** A tree of the names' parts. */
interface PartNode {
  readonly next: Map<string, PartNode>;
  /** The terms whose name ends here. */
  readonly terms: number[];
}

/** The parts of a name in small letters. A character that is no letter, such as the `&` of `P&L`, is a part too. */
function partsOf(name: string): readonly string[] {
  const text = name.trim();
  const stretch = { text, end: text.length };
  const parts: string[] = [];
  for (let at = 0; at < text.length; at = wordGapEnd(stretch, at)) {
    const end = partEnd(stretch, at);
    parts.push(text.slice(at, end).toLowerCase());
    at = end;
  }
  return parts;
}

function addName(root: PartNode, parts: readonly string[], term: number): void {
  if (parts.length === 0 || parts.length > maxTermParts) return;
  let node = root;
  for (const part of parts) {
    let next = node.next.get(part);
    if (next === undefined) node.next.set(part, (next = { next: new Map(), terms: [] }));
    node = next;
  }
  if (node.terms.at(-1) !== term) node.terms.push(term);
}

/** Adds the longest name that begins at `at` and returns where to look on. */
function findTerm(root: PartNode, from: { stretch: Stretch; at: number }, matches: TermMatch[]): number {
  const { stretch, at } = from;
  const { text } = stretch;
  let end = partEnd(stretch, at);
  let lookOn = end;
  let named: PartNode | undefined;
  for (let node = root.next.get(text.slice(at, end).toLowerCase()); node !== undefined;) {
    if (node.terms.length > 0) {
      named = node;
      lookOn = end;
    }
    if (node.next.size === 0) break;
    const next = wordGapEnd(stretch, end);
    end = partEnd(stretch, next);
    node = node.next.get(text.slice(next, end).toLowerCase());
  }
  if (named !== undefined) {
    for (const term of named.terms) matches.push({ term, start: at, end: lookOn });
  }
  return lookOn;
}

function partEnd(stretch: Stretch, offset: number): number {
  const end = wordPartEnd(stretch, offset);
  return end > offset ? end : Math.min(offset + 1, stretch.end);
}

/** Comments, and the code between them; a name does not reach from one into the other. */
function stretchesWithoutStrings(
  text: string,
  regions: readonly Region[],
): readonly { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  let at = 0;
  for (const { kind, start, end } of regions) {
    if (at < start) stretches.push({ start: at, end: start });
    if (kind === 'comment') stretches.push({ start, end });
    at = end;
  }
  if (at < text.length) stretches.push({ start: at, end: text.length });
  return stretches;
}
