import type { Log } from '../core/host';

/** Warns once of each trouble: the same one comes back with every file and every look. */
export function logOnce(log: Log): Log {
  const told = new Set<string>();
  return {
    ...log,
    warn(message) {
      if (told.has(message)) return;
      told.add(message);
      log.warn(message);
    },
  };
}
