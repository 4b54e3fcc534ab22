import type { ReadSwitches } from '../core/guidance/readSwitches';

/** What an editor says of the formats to read: people write settings by hand, so only what is true or false counts. */
export function switchesIn(told: unknown): ReadSwitches {
  if (typeof told !== 'object' || told === null) return {};
  return Object.fromEntries(Object.entries(told).filter(([, value]) => typeof value === 'boolean'));
}
