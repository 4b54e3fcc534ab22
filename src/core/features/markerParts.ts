import type { MarkerPartName } from '../markers/marker';

/** The parts of a marker as they end a sentence. */
const partsInWords: Readonly<Record<MarkerPartName, string>> = {
  owner: 'an owner',
  issue: 'an issue',
  due: 'a due date',
  cost: 'a cost',
  reason: 'a reason',
};

/** `an owner, an issue and a cost` */
export function inWords(parts: readonly MarkerPartName[]): string {
  const words = parts.map((part) => partsInWords[part]);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
