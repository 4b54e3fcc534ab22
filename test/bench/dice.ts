/** Chance that is the same in every run. */
export interface Dice {
  /** A whole number from 0 to `below`, exclusive. */
  roll(below: number): number;
  pick<T>(items: readonly T[]): T;
}

/** Marsaglia's xorshift with shifts 13, 17, 5: https://doi.org/10.18637/jss.v008.i14 */
export function createDice(seed: number): Dice {
  let state = seed | 0 || 1;
  const roll = (below: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  return { roll, pick: (items) => items[roll(items.length)]! };
}
