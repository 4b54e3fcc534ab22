/** How long steps were in view, in milliseconds, by the walkthrough's key and the step's id. */
export type StepTimes = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A step that is in view, and since when. */
export interface Watched {
  readonly key: string;
  readonly step: string;
  /** In milliseconds. */
  readonly since: number;
}

/** A longer stretch was not watched: the machine slept. */
const longestMs = 60_000;

/** The times with what a step was in view until now. */
export function withWatched(times: StepTimes, { key, step, since }: Watched, now: number): StepTimes {
  const more = Math.min(Math.max(now - since, 0), longestMs);
  const steps = { ...own(times, key), [step]: timeOf(times, { key, step }) + more };
  return { ...times, [key]: steps };
}

export function timeOf(times: StepTimes, { key, step }: Pick<Watched, 'key' | 'step'>): number {
  return own(own(times, key) ?? {}, step) ?? 0;
}

/** Ids come from files: `constructor` is one like any other. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
