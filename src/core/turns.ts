import type { CancelSignal } from './host';

/** How long work may go on before others have their turn. */
export interface Turns {
  /** Milliseconds. */
  now(): number;
  /** Lets other work of this process go first; without it, all is done in one go. */
  pause?: (() => Promise<void>) | undefined;
}

/** Milliseconds; who types waits for a turn that has begun, and for a piece of work that cannot be divided. */
const longestTurn = 4;

/** Resolves when it is this work's turn: for many pieces of work, each of which asks before it goes on. */
export function takingTurns({ now, pause }: Turns): () => Promise<void> {
  if (pause === undefined) return () => Promise.resolve();
  let begun = now();
  let pausing: Promise<void> | undefined;
  const pauseOnce = async () => {
    await pause();
    begun = now();
    pausing = undefined;
  };
  return async () => {
    // Of all that waited, only the first few fit into the next turn.
    while (now() - begun >= longestTurn) await (pausing ??= pauseOnce());
  };
}

/** Work that stops between its pieces, so that others can go first. */
export type Steps<T> = Generator<undefined, T>;

/** All of it in one go. */
export function inOneGo<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** All of it, a few milliseconds at a time. */
export async function stepByStep<T>(steps: Steps<T>, turns: Turns): Promise<T> {
  const ourTurn = takingTurns(turns);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await ourTurn();
  }
}

/** Does something with each of many things, a few milliseconds at a time. What is cancelled meanwhile ends early. */
export async function inTurns<T>(
  things: Iterable<T>,
  work: (thing: T) => void,
  { now, pause, signal }: Turns & { readonly signal?: CancelSignal | undefined },
): Promise<void> {
  let begun = now();
  for (const thing of things) {
    if (signal?.aborted) return;
    work(thing);
    if (pause === undefined || now() - begun < longestTurn) continue;
    await pause();
    begun = now();
  }
}
