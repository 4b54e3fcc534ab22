import { lowerCode } from '../comments/characters';
import type { MarkerTag } from './findMarkers';
import { type Spelling, spellingsOf } from './spelling';

/** The spellings of tags as bytes, for callers that look at a file before they decode it. */
export interface SpellingBytes {
  /**
   * Every spelling holds one of these; three or four characters of ASCII, letters in lower case.
   * `undefined` where a spelling is too short to hold any, so that every file has to be read as text.
   */
  readonly grams: readonly string[] | undefined;
  /**
   * Whether a spelling stands around the gram at `at`, as a word of its own. What is no ASCII is taken for granted,
   * so that the answer is right for UTF-8 and for every encoding of one byte: a `true` may be mistaken, a `false` not.
   */
  isSpelledAt(bytes: Uint8Array, at: number): boolean;
}

export function spellingBytesOf(tags: readonly MarkerTag[]): SpellingBytes {
  const spellings = spellingsOf(tags);
  const grams = chooseGrams(spellings.map(gramsOf));
  const uses = usesOf(spellings, grams ?? []);
  return {
    grams,
    isSpelledAt(bytes, at) {
      const here = at + shortestGram > bytes.length ? undefined : uses.get(gramKey(bytes, at));
      if (here === undefined) return false;
      for (let index = 0; index < here.length; index++) {
        if (isSpelledAround(bytes, at, here[index]!)) return true;
      }
      return false;
    },
  };
}

/** Equal for the same three characters in any case; letters and some signs share a key. */
export function gramKey(bytes: Uint8Array, at: number): number {
  return ((bytes[at]! & 31) << 10) | ((bytes[at + 1]! & 31) << 5) | (bytes[at + 2]! & 31);
}

const longestGram = 4;
const shortestGram = 3;

/** A place of a gram in a spelling. */
interface Use {
  readonly parts: readonly string[];
  readonly part: number;
  readonly offset: number;
  readonly anyCase: boolean;
  readonly signed: boolean;
  readonly ascii: boolean;
}

function gramsOf({ parts }: Spelling): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const part of parts) {
    const lower = lowerAscii(part);
    const length = Math.min(longestGram, Math.max(shortestGram, lower.length));
    for (let at = 0; at + length <= lower.length; at++) {
      const gram = lower.slice(at, at + length);
      if (isAscii(gram)) grams.add(gram);
    }
  }
  return grams;
}

/** Few grams, made of rare letters, that are in all spellings: always the one that does most for what is left. */
function chooseGrams(bySpelling: readonly ReadonlySet<string>[]): readonly string[] | undefined {
  const chosen: string[] = [];
  let left = bySpelling;
  while (left.length > 0) {
    const counts = new Map<string, number>();
    for (const grams of left) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
    let best: string | undefined;
    let most = 0;
    for (const [gram, count] of counts) {
      if (count * rarity(gram) <= most) continue;
      best = gram;
      most = count * rarity(gram);
    }
    if (best === undefined) return undefined;
    const gram = best;
    chosen.push(gram);
    left = left.filter((grams) => !grams.has(gram));
  }
  return chosen;
}

/** The most frequent characters of code first. */
export const byFrequency = ' etaoinsrhldcumfpgwybvkxjqz';

function rarity(gram: string): number {
  const ranks = [...gram].map((char) => byFrequency.indexOf(char));
  return ranks.reduce((sum, rank) => sum + (rank === -1 ? byFrequency.length : rank), 0) / gram.length;
}

function usesOf(
  spellings: readonly Spelling[],
  grams: readonly string[],
): ReadonlyMap<number, readonly Use[]> {
  const uses = new Map<number, Use[]>();
  for (const gram of grams) {
    const key = gramKey(
      Uint8Array.from(gram, (char) => char.charCodeAt(0)),
      0,
    );
    for (const spelling of spellings) {
      const part = spelling.parts.findIndex((each) => lowerAscii(each).includes(gram));
      if (part === -1) continue;
      const { parts, kind, signed } = spelling;
      const offset = lowerAscii(parts[part]!).indexOf(gram);
      const use = { parts, part, offset, anyCase: kind === 'debt', signed, ascii: parts.every(isAscii) };
      uses.set(key, [...(uses.get(key) ?? []), use]);
    }
  }
  return uses;
}

/** See `endOfSpelling`, which is stricter: it knows what no ASCII means. Plain loops, since it is asked for each gram. */
function isSpelledAround(bytes: Uint8Array, at: number, use: Use): boolean {
  const { parts, part, offset, ascii } = use;
  if (!ascii) return true;
  const partStart = at - offset;
  if (partStart < 0 || !hasAnyCase(bytes, partStart, parts[part]!)) return false;
  const start = part === 0 ? partStart : startOfSpelling(bytes, partStart, use);
  if (start < 0 || isWord(bytes, start - 1)) return false;
  let end = start;
  let isExact = true;
  for (let index = 0; index < parts.length; index++) {
    const written = parts[index]!;
    if (index > 0) end = blanksEnd(bytes, end);
    if (!hasAnyCase(bytes, end, written)) return false;
    isExact &&= hasExactly(bytes, end, written);
    end += written.length;
  }
  if (isWord(bytes, end) || (isJoiner(bytes, end) && isLetter(bytes, end + 1))) return false;
  return isExact || (use.anyCase && (use.signed || byteAt(bytes, end) === colon));
}

function hasAnyCase(bytes: Uint8Array, start: number, written: string): boolean {
  if (start < 0 || start + written.length > bytes.length) return false;
  for (let at = 0; at < written.length; at++) {
    if (lowerCode(bytes[start + at]!) !== lowerCode(written.charCodeAt(at))) return false;
  }
  return true;
}

function hasExactly(bytes: Uint8Array, start: number, written: string): boolean {
  for (let at = 0; at < written.length; at++) {
    if (bytes[start + at] !== written.charCodeAt(at)) return false;
  }
  return true;
}

/** Goes back over the parts before the one that begins at `at`; -1 where blanks lack between two of them. */
function startOfSpelling(bytes: Uint8Array, at: number, { parts, part }: Use): number {
  let start = at;
  for (let index = part - 1; index >= 0; index--) {
    const before = parts[index]!;
    let end = start;
    while (isBlank(bytes, end - 1)) end--;
    if (end === start && !before.endsWith(':')) return -1;
    start = end - before.length;
  }
  return start;
}

function blanksEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isBlank(bytes, at)) at++;
  return at;
}

const colon = 0x3a;

/** 0 outside of the bytes: asking an array for what it does not hold is slow. */
function byteAt(bytes: Uint8Array, at: number): number {
  return at >= 0 && at < bytes.length ? bytes[at]! : 0;
}

function isBlank(bytes: Uint8Array, at: number): boolean {
  const byte = byteAt(bytes, at);
  return byte === 0x20 || byte === 0x09;
}

function isJoiner(bytes: Uint8Array, at: number): boolean {
  const byte = byteAt(bytes, at);
  return byte === 0x2d || byte === 0x2e || byte === 0x27;
}

function isWord(bytes: Uint8Array, at: number): boolean {
  const byte = byteAt(bytes, at);
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x5f || isLetter(bytes, at);
}

function isLetter(bytes: Uint8Array, at: number): boolean {
  const lower = byteAt(bytes, at) | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function isAscii(text: string): boolean {
  return !/[^\p{ASCII}]/u.test(text);
}
