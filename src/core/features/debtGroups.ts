import { ownersIn } from '../markers/owners';
import { daysBetween } from '../text/day';
import type { DebtGrouping, DebtMarker } from './debt';
import { bareHandle } from './debtMarkers';

/** Where a marker belongs in a grouping. */
export interface DebtGroup {
  /** Unique among the groups of a grouping. */
  readonly id: string;
  readonly label: string;
  /** Groups that have a natural order stand in it; the others by how much is in them. */
  readonly rank?: number;
}

/** What of a marker says to which groups it belongs: markers where it is the same are in the same groups. */
export function groupKey(grouping: Exclude<DebtGrouping, 'folder'>, marker: DebtMarker): string | undefined {
  return marker[keys[grouping]];
}

const keys = {
  file: 'uri',
  tag: 'tag',
  owner: 'owner',
  area: 'area',
  age: 'since',
  due: 'deadline',
  cost: 'cost',
} as const;

/** The groups of a marker in a grouping: one, but for a marker of several owners. Folders are a tree instead. */
export function groupsOf(
  grouping: Exclude<DebtGrouping, 'folder'>,
  marker: DebtMarker,
  today: string,
): readonly DebtGroup[] {
  switch (grouping) {
    case 'file':
      return [{ id: marker.uri, label: marker.path }];
    case 'tag':
      return [{ id: marker.tag, label: marker.tag }];
    case 'owner':
      return ownerGroups(marker.owner);
    case 'area':
      return [marker.area === undefined ? noArea : { id: marker.area, label: marker.area }];
    case 'age':
      return [bucket(ages, marker.since === undefined ? undefined : daysBetween(marker.since, today))];
    case 'due':
      return [bucket(dues, marker.deadline === undefined ? undefined : daysBetween(today, marker.deadline))];
    case 'cost':
      return [bucket(marker.cost === undefined ? costs : points, costInDays(marker.cost))];
  }
}

const noOwner: DebtGroup = { id: '', label: 'No owner', rank: 1 };
const noArea: DebtGroup = { id: '', label: 'No area', rank: 1 };

function ownerGroups(owner: string | undefined): readonly DebtGroup[] {
  const owners = owner === undefined ? [] : ownersIn(owner);
  if (owners.length === 0) return [noOwner];
  const byId = new Map(owners.map((name) => [bareHandle(name), name]));
  return [...byId].map(([id, label]) => ({ id, label }));
}

/** An amount of work in days; a week has five, a month twenty. `undefined` where nothing is said, or points. */
export function costInDays(cost: string | undefined): number | undefined {
  const [, amount, unit] = /^([\d.]+)([a-z]+)$/.exec(cost ?? '') ?? [];
  const days = unit === undefined ? undefined : workDays.get(unit);
  return amount === undefined || days === undefined ? undefined : Number(amount) * days;
}

const workDays: ReadonlyMap<string, number> = new Map([
  ['min', 1 / 480],
  ['h', 1 / 8],
  ['d', 1],
  ['w', 5],
  ['mo', 20],
]);

/** Each bucket holds what is less than `below`, and not in the one before it. */
interface Buckets {
  readonly known: readonly (readonly [id: string, label: string, below: number])[];
  readonly unknown: DebtGroup;
}

const ages: Buckets = {
  known: [
    ['week', 'This week', 7],
    ['month', 'This month', 31],
    ['quarter', 'This quarter', 92],
    ['year', 'This year', 366],
    ['older', 'Older', Infinity],
  ],
  unknown: { id: 'unknown', label: 'Age not known', rank: 9 },
};

export const overdueId = 'overdue';

const dues: Buckets = {
  known: [
    [overdueId, 'Overdue', 0],
    ['week', 'This week', 7],
    ['month', 'This month', 31],
    ['later', 'Later', Infinity],
  ],
  unknown: { id: 'none', label: 'No due date', rank: 9 },
};

const costs: Buckets = {
  known: [
    ['day', 'Up to a day', 1.001],
    ['week', 'Up to a week', 5.001],
    ['month', 'Up to a month', 20.001],
    ['more', 'More than a month', Infinity],
  ],
  unknown: { id: 'none', label: 'No cost', rank: 9 },
};

/** Nobody can tell how long a point takes. */
const points: Buckets = { ...costs, unknown: { id: 'points', label: 'In points', rank: 8 } };

function bucket({ known, unknown }: Buckets, value: number | undefined): DebtGroup {
  if (value === undefined) return unknown;
  const rank = known.findIndex(([, , below]) => value < below);
  const found = known[rank];
  return found === undefined ? unknown : { id: found[0], label: found[1], rank };
}
