import type { CostReport, SlowThing } from './cost';

/** Adds up what Leadlight's work takes. Times are those of the wall clock, in milliseconds. */
export interface Meter {
  /** Counts a piece of work under a name; of one that is waited for, all the time until it ends. */
  measure<T>(activity: string, work: () => T): T;
  /** What a file took, by its path; the slowest are remembered. */
  tookFile(path: string, milliseconds: number, uri: string): void;
  report(): Pick<CostReport, 'activities' | 'files'>;
}

const mostFiles = 20;

/** `now` is a clock in milliseconds. */
export function createMeter(now: () => number): Meter {
  const activities = new Map<string, { times: number; milliseconds: number; longest: number }>();
  const files = new Map<string, SlowThing>();
  const add = (activity: string, took: number) => {
    const { times, milliseconds, longest } = activities.get(activity) ?? {
      times: 0,
      milliseconds: 0,
      longest: 0,
    };
    activities.set(activity, {
      times: times + 1,
      milliseconds: milliseconds + took,
      longest: Math.max(longest, took),
    });
  };
  return {
    measure(activity, work) {
      const begun = now();
      const end = () => add(activity, now() - begun);
      let isWaitedFor = false;
      try {
        const result = work();
        if (result instanceof Promise) {
          isWaitedFor = true;
          return result.finally(end) as typeof result;
        }
        return result;
      } finally {
        if (!isWaitedFor) end();
      }
    },
    tookFile(path, milliseconds, uri) {
      if (milliseconds <= (files.get(uri)?.milliseconds ?? 0)) return;
      files.set(uri, { name: path, milliseconds, uri });
      if (files.size <= mostFiles) return;
      const fastest = [...files].reduce((a, b) => (a[1].milliseconds <= b[1].milliseconds ? a : b));
      files.delete(fastest[0]);
    },
    report: () => ({
      activities: [...activities].map(([name, took]) => ({ name, ...took })),
      files: [...files.values()].sort((a, b) => b.milliseconds - a.milliseconds),
    }),
  };
}
