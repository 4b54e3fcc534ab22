/** What Leadlight's work took since the server started; JSON. */
export interface CostReport {
  readonly activities: readonly {
    /** Such as "matching". */
    readonly name: string;
    readonly times: number;
    readonly milliseconds: number;
    readonly longest: number;
  }[];
  /** Patterns that took longest, with the entry that a person can change. */
  readonly patterns: readonly SlowThing[];
  /** Files that took longest, by path. */
  readonly files: readonly SlowThing[];
  /** What was left out and why, each a sentence. */
  readonly skipped: readonly string[];
  /** Of the server's process; `undefined` where it cannot be told. */
  readonly memoryBytes?: number;
}

export interface SlowThing {
  readonly name: string;
  readonly milliseconds: number;
  readonly uri?: string;
  /** 0-based. */
  readonly line?: number;
}
