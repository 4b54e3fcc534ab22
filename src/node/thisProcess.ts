import { setImmediate } from 'node:timers/promises';

/** A message is read in one round of the event loop and answered in the next; a question comes behind a change. */
const rounds = 3;

/** Lets what waits in the event loop go first. */
export async function pause(): Promise<void> {
  for (let round = 0; round < rounds; round++) await setImmediate();
}

/** Bytes that this process holds in memory. */
export function memoryBytes(): number {
  return process.memoryUsage.rss();
}
