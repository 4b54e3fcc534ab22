import { closest, distance } from 'fastest-levenshtein';

/** The known word that was probably meant, or `undefined` where none is near. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const swapped = known.find((other) => lettersOf(other) === lettersOf(word));
  if (swapped !== undefined) return swapped;
  const best = closest(word, known);
  return distance(word.toLowerCase(), best.toLowerCase()) <= Math.max(1, Math.floor(best.length / 3))
    ? best
    : undefined;
}

/** Two letters in the wrong order are one slip of the keyboard, but two edits. */
function lettersOf(word: string): string {
  return [...word.toLowerCase()].sort().join('');
}
