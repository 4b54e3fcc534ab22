import { addDays, addMonths } from '../text/day';
import type { MarkerPart, MarkerPartName } from './marker';
import type { Policy } from './policy';

export interface Judgement {
  /** What the policy requires and the marker does not say, in the order of `require`; an issue is a reason too. */
  readonly missing: readonly MarkerPartName[];
  /** The last day: the written one, or else the one on which the policy lets it expire. */
  readonly deadline?: string;
  readonly isOverdue: boolean;
}

export interface JudgeOptions {
  /** `2026-11-22`, in the reader's calendar. */
  readonly today: string;
  /** The day the marker was written; without it no policy lets it expire. */
  readonly since?: string;
}

/** What a policy has to say about a marker on a day; `marker` is a `Marker` or a `ScannedMarker`. */
export function judge(
  marker: Readonly<Partial<Record<MarkerPartName, MarkerPart | string>>>,
  { require, expires }: Pick<Policy, 'require' | 'expires'>,
  { today, since }: JudgeOptions,
): Judgement {
  // An issue says why.
  const said = marker.reason === undefined ? { ...marker, reason: marker.issue } : marker;
  const missing = require.filter((name) => said[name] === undefined);
  const due = typeof marker.due === 'string' ? marker.due : marker.due?.value;
  const deadline = due ?? expiry(expires, since);
  if (deadline === undefined) return { missing, isOverdue: false };
  return { missing, deadline, isOverdue: deadline < today };
}

function expiry(expires: string | undefined, since: string | undefined): string | undefined {
  const [, count, unit] = /^(\d+)(d|w|mo|y)$/.exec(expires ?? '') ?? [];
  if (count === undefined || since === undefined) return undefined;
  switch (unit) {
    case 'd':
      return addDays(since, Number(count));
    case 'w':
      return addDays(since, Number(count) * 7);
    case 'mo':
      return addMonths(since, Number(count));
    default:
      return addMonths(since, Number(count) * 12);
  }
}
