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

/** Whether two words differ, whatever their case is, by one letter, or by the order of their letters. */
export function isOneSlip(word: string, other: string): boolean {
  const [a, b] = [word.toLowerCase(), other.toLowerCase()];
  return a !== b && (distance(a, b) === 1 || (distance(a, b) === 2 && lettersOf(a) === lettersOf(b)));
}

/** Two letters in the wrong order are one slip of the keyboard, but two edits. */
function lettersOf(word: string): string {
  return [...word.toLowerCase()].sort().join('');
}
