import { lowerCode } from '../comments/characters';
import { gramKey } from '../markers/spellingBytes';
import { createSpellingSearch } from '../markers/spellingSearch';
import type { Literal } from '../text/requiredLiterals';

/** Calls `report` with the index of each literal that stands in a file, once each. None is missed. */
export type LiteralBytes = (bytes: Uint8Array, report: (literal: number) => void) => void;

/**
 * Looks for all literals in one pass over bytes, for callers that look at a file before they decode it: right for UTF-8
 * and for every encoding where a byte of ASCII is itself. Those that hold too little ASCII are always reported.
 */
export function compileLiteralBytes(literals: readonly Literal[]): LiteralBytes {
  const always: number[] = [];
  /** By the key of three bytes, the first literal that holds them, counted from 1; then the next of each. */
  const first = new Uint32Array(1 << 15);
  const next = new Uint32Array(literals.length + 1);
  const offsets = new Uint32Array(literals.length);
  const grams = new Set<string>();
  for (const [index, literal] of literals.entries()) {
    const offset = gramOf(literal);
    if (offset === undefined) {
      always.push(index);
      continue;
    }
    const gram = literal.text.slice(offset, offset + longestGram).toLowerCase();
    grams.add(gram);
    const key = gramKey(
      Uint8Array.from(gram, (char) => char.charCodeAt(0)),
      0,
    );
    offsets[index] = offset;
    next[index + 1] = first[key]!;
    first[key] = index + 1;
  }
  let seen = new Uint8Array();
  let take: (literal: number) => void = () => undefined;
  // It is asked about each place where a literal may stand, and never ends the search.
  const isSpelledAt = (bytes: Uint8Array, at: number) => {
    for (let found = first[gramKey(bytes, at)]!; found !== 0; found = next[found]!) {
      const index = found - 1;
      if (seen[index] === 1 || !standsAt(bytes, at - offsets[index]!, literals[index]!)) continue;
      seen[index] = 1;
      take(index);
    }
    return false;
  };
  const search = grams.size === 0 ? undefined : createSpellingSearch({ grams: [...grams], isSpelledAt });
  return (bytes, report) => {
    seen = new Uint8Array(literals.length);
    take = report;
    for (const index of always) report(index);
    search?.(bytes, 0);
  };
}

const shortestGram = 3;
const longestGram = 4;

/** Where the rarest characters of a literal begin; `undefined` where a byte cannot tell them. */
function gramOf({ text, ignoreCase }: Literal): number | undefined {
  // There are letters beyond ASCII that count as these two.
  if (/[^\p{ASCII}]/u.test(text) || (ignoreCase && /[ks]/i.test(text))) return undefined;
  const length = Math.min(longestGram, text.length);
  if (length < shortestGram) return undefined;
  const commonnessAt = (at: number) =>
    [...text.slice(at, at + length)].reduce((sum, char) => sum + commonness(char), 0);
  const starts = Array.from({ length: text.length - length + 1 }, (_, at) => at);
  return starts.reduce((best, at) => (commonnessAt(at) < commonnessAt(best) ? at : best), 0);
}

/** The most frequent characters of code. */
function commonness(char: string): number {
  const rank = ' etaoinsr_lhdcumfpgwybvkxjqz'.indexOf(char.toLowerCase());
  return rank === -1 ? 1 : 30 - rank;
}

function standsAt(bytes: Uint8Array, start: number, { text, ignoreCase }: Literal): boolean {
  if (start < 0 || start + text.length > bytes.length) return false;
  for (let at = 0; at < text.length; at++) {
    const byte = bytes[start + at]!;
    const code = text.charCodeAt(at);
    if (byte !== code && !(ignoreCase && lowerCode(byte) === lowerCode(code))) return false;
  }
  return true;
}
