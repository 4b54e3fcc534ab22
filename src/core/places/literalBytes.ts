import { lowerCode } from '../comments/characters';
import type { Literal } from '../text/requiredLiterals';

/** Calls `report` with the index of each literal that stands in a file, once each. None is missed. */
export type LiteralBytes = (bytes: Uint8Array, report: (literal: number) => void) => void;

/**
 * Looks for all literals in one pass over bytes, for callers that look at a file before they decode it: right for UTF-8
 * and for every encoding where a byte of ASCII is itself. Those that hold too little ASCII are always reported.
 */
export function compileLiteralBytes(literals: readonly Literal[]): LiteralBytes {
  const always: number[] = [];
  /** By key of three bytes, the first literal whose gram it is, plus one; then the next of each. */
  const first = new Uint16Array(1 << 15);
  const next = new Uint16Array(literals.length + 1);
  const grams = new Int32Array(literals.length);
  literals.forEach((literal, index) => {
    const gram = gramOf(literal);
    if (gram === undefined || index >= mostLiterals) {
      always.push(index);
      return;
    }
    grams[index] = gram;
    const key = keyAt(literal.text, gram);
    next[index + 1] = first[key]!;
    first[key] = index + 1;
  });
  return (bytes, report) => {
    const seen = new Uint8Array(literals.length);
    for (const index of always) report(index);
    let key = 0;
    for (let at = 0; at < bytes.length; at++) {
      key = ((key << 5) | (bytes[at]! & 31)) & 0x7fff;
      for (let found = first[key]!; found !== 0; found = next[found]!) {
        const index = found - 1;
        if (seen[index] === 1 || !standsAt(bytes, at - 2 - grams[index]!, literals[index]!)) continue;
        seen[index] = 1;
        report(index);
      }
    }
  };
}

const gramLength = 3;
/** What an index of 16 bits can tell apart. */
const mostLiterals = 0xfffe;

/** Where the three rarest characters of a literal begin; `undefined` where a byte cannot tell them. */
function gramOf({ text, ignoreCase }: Literal): number | undefined {
  // There are letters beyond ASCII that count as these two.
  if (/[^\p{ASCII}]/u.test(text) || (ignoreCase && /[ks]/i.test(text))) return undefined;
  let best: number | undefined;
  let least = Infinity;
  for (let at = 0; at + gramLength <= text.length; at++) {
    const common = [...text.slice(at, at + gramLength)].reduce((sum, char) => sum + commonness(char), 0);
    if (common >= least) continue;
    least = common;
    best = at;
  }
  return best;
}

/** The most frequent characters of code. */
function commonness(char: string): number {
  const rank = ' etaoinsr_lhdcumfpgwybvkxjqz'.indexOf(char.toLowerCase());
  return rank === -1 ? 1 : 30 - rank;
}

/** Equal for the same characters in any case. */
function keyAt(text: string, at: number): number {
  return (
    ((text.charCodeAt(at) & 31) << 10) |
    ((text.charCodeAt(at + 1) & 31) << 5) |
    (text.charCodeAt(at + 2) & 31)
  );
}

function standsAt(bytes: Uint8Array, start: number, { text, ignoreCase }: Literal): boolean {
  if (start < 0 || start + text.length > bytes.length) return false;
  for (let at = 0; at < text.length; at++) {
    const [byte, code] = [bytes[start + at]!, text.charCodeAt(at)];
    if (byte !== code && !(ignoreCase && lowerCode(byte) === lowerCode(code))) return false;
  }
  return true;
}
