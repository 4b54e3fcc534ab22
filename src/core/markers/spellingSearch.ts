import { gramKey, type SpellingBytes } from './spellingBytes';

/**
 * The first index from `from` on, inside of a spelling, where `isSpelledAt` is so; -1 where there is none.
 * Where no search is possible, `from` itself.
 */
export type SpellingSearch = (bytes: Uint8Array, from: number) => number;

export type SearchMaker = (spellings: SpellingBytes) => SpellingSearch;

/** Searches byte by byte, in every host; a table tells most places apart from a gram. */
export function createSpellingSearch({ grams, isSpelledAt }: SpellingBytes): SpellingSearch {
  if (grams === undefined) return (bytes, from) => (from < bytes.length ? from : -1);
  const isGram = new Uint8Array(1 << 15);
  for (const gram of grams)
    isGram[
      gramKey(
        Uint8Array.from(gram, (char) => char.charCodeAt(0)),
        0,
      )
    ] = 1;
  return (bytes, from) => {
    let key = 0;
    for (let at = from; at < bytes.length; at++) {
      key = ((key << 5) | (bytes[at]! & 31)) & 0x7fff;
      if (isGram[key] === 1 && at - from >= 2 && isSpelledAt(bytes, at - 2)) return at - 2;
    }
    return -1;
  };
}
