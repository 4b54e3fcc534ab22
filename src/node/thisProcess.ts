import { setImmediate } from 'node:timers/promises';

/** Lets what waits in the event loop go first. */
export async function pause(): Promise<void> {
  await setImmediate();
}

/** Bytes that this process holds in memory. */
export function memoryBytes(): number {
  return process.memoryUsage.rss();
}
