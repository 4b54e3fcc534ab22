/** How an extension started, in milliseconds; VS Code counts whole ones. */
export interface ActivationTimes {
  readonly load: number;
  /** From the call of `activate()` until what it returned was settled. */
  readonly activate: number;
}

/**
 * The activation times in a "Startup Performance" report, by the extensions' ids. Its table of extensions has the
 * columns Extension, Eager, Load Code, Call Activate, Finish Activate, Event, By.
 */
export function readActivationTimes(report: string): ReadonlyMap<string, ActivationTimes> {
  const row = /^\| ([\w-]+\.[\w-]+) +\| (?:true|false) +\| (\d+) +\| (\d+) +\| (\d+) +\|/gm;
  return new Map(
    [...report.matchAll(row)].map(([, id, load, call, finish]) => [
      id!,
      { load: Number(load), activate: Number(call) + Number(finish) },
    ]),
  );
}
