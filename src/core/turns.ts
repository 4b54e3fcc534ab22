/** How long work may go on before others have their turn. */
export interface Turns {
  /** Milliseconds. */
  now(): number;
  /** Lets other work of this process go first; without it, all is done in one go. */
  pause?: (() => Promise<void>) | undefined;
}

const longestTurn = 8;

/** Does something with each of many things, a few milliseconds at a time. */
export async function inTurns<T>(
  things: Iterable<T>,
  work: (thing: T) => void,
  { now, pause }: Turns,
): Promise<void> {
  let begun = now();
  for (const thing of things) {
    work(thing);
    if (pause === undefined || now() - begun < longestTurn) continue;
    await pause();
    begun = now();
  }
}
