/** Markers over time; JSON. */
export interface Trend {
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
  /** Of the markers of today, in days, by when a sampled commit first held them; `undefined` without any. */
  readonly medianAge?: number;
  /** Why the trend tells less than all, a sentence. */
  readonly partial?: string;
}

export interface TrendPoint {
  readonly day: string;
  readonly commit: string;
  readonly markers: number;
  /** Came and went since the point before. */
  readonly inflow: number;
  readonly outflow: number;
}
