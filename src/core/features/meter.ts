import type { Git } from '../git';
import type { CostReport, SlowThing } from './cost';

/** Adds up what Leadlight's work takes. Times are those of the wall clock, in milliseconds. */
export interface Meter {
  /**
   * Counts a piece of work under a name; of one that is waited for, all the time until it ends. The slowest files are
   * remembered.
   */
  measure<T>(activity: string, work: () => T, file?: MeteredFile): T;
  /** A file that was measured elsewhere. */
  noteFile(file: MeteredFile, milliseconds: number): void;
  report(): Pick<CostReport, 'activities' | 'files'>;
}

export interface MeteredFile {
  readonly path: string;
  readonly uri: string;
}

type Activity = CostReport['activities'][number];

const mostFiles = 20;

/** `now` is a clock in milliseconds. */
export function createMeter(now: () => number): Meter {
  const activities = new Map<string, Activity>();
  const files = new Map<string, SlowThing>();
  return {
    measure(activity, work, file) {
      const begun = now();
      const end = () => {
        const took = now() - begun;
        activities.set(activity, withMore(activities.get(activity), { name: activity, took }));
        if (file !== undefined) remember(files, file, took);
      };
      let isWaitedFor = false;
      try {
        const result = work();
        if (!(result instanceof Promise)) return result;
        isWaitedFor = true;
        return result.finally(end) as typeof result;
      } finally {
        if (!isWaitedFor) end();
      }
    },
    noteFile: (file, milliseconds) => remember(files, file, milliseconds),
    report: () => ({
      activities: [...activities.values()].sort((a, b) => b.milliseconds - a.milliseconds),
      files: [...files.values()].sort((a, b) => b.milliseconds - a.milliseconds),
    }),
  };
}

/** What git is asked in the background takes time too. */
export function meteredGit(git: Git, meter: Meter): Git {
  return {
    ...git,
    blame: (...asked) => meter.measure('asking git who wrote lines', () => git.blame(...asked)),
    branchChanges: (...asked) =>
      meter.measure('asking git what the branch adds', () => git.branchChanges(...asked)),
    diff: (...asked) => meter.measure('asking git what is reviewed', () => git.diff(...asked)),
    diffFiles: (...asked) => meter.measure('asking git what a save changed', () => git.diffFiles(...asked)),
  };
}

function withMore(
  known: Activity | undefined,
  { name, took }: { readonly name: string; readonly took: number },
): Activity {
  const { times, milliseconds, longest } = known ?? { times: 0, milliseconds: 0, longest: 0 };
  return {
    name,
    times: times + 1,
    milliseconds: milliseconds + took,
    longest: Math.max(longest, took),
  };
}

/** Keeps the slowest; of each, the longest that it took. */
function remember(files: Map<string, SlowThing>, { path, uri }: MeteredFile, took: number): void {
  if (took <= (files.get(uri)?.milliseconds ?? 0)) return;
  files.set(uri, { name: path, milliseconds: took, uri });
  if (files.size <= mostFiles) return;
  const [fastest] = [...files].reduce((a, b) => (b[1].milliseconds < a[1].milliseconds ? b : a));
  files.delete(fastest);
}
