/** One line of the table: one thing, measured on Leadlight and on what it is held against, in turns. */
export interface Row {
  readonly what: string;
  readonly unit: 'ms' | 'KiB' | 'MiB';
  /** Of Leadlight, run by run. */
  readonly own: readonly number[];
  readonly besides?: Besides;
  /** The ratio that is aimed at; none where nobody has said one. */
  readonly goal?: string;
}

export interface Besides {
  readonly what: string;
  /** Run by run: a ratio is of two figures of the same run. */
  readonly figures: readonly number[];
}

/** The middle one, or the mean of the two in the middle; NaN of nothing. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** The smallest figure that a share, from 0 to 1, of all figures does not exceed; NaN of nothing. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Milliseconds that something took. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Measures each side once a run, each as often first as any other, so that what else the machine does falls on all. */
export async function inTurns<T>(
  runs: number,
  sides: readonly (() => Promise<T>)[],
): Promise<readonly (readonly T[])[]> {
  const figures = sides.map((): T[] => []);
  for (let run = 0; run < runs; run++) {
    for (let turn = 0; turn < sides.length; turn++) {
      const side = (run + turn) % sides.length;
      figures[side]!.push(await sides[side]!());
    }
  }
  return figures;
}
