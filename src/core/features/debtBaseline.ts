import type { MarkerKind } from '../markers/marker';

/** How many markers of each tag a folder may hold: what a team has today, so that it cannot become more unseen. */
export interface DebtBaseline {
  /** What is counted. */
  readonly kinds: readonly MarkerKind[];
  /** Counts by tag, by the folder of the files: relative to the workspace folder, and `.` for that itself. */
  readonly folders: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export interface CountedMarker {
  /** Relative to the workspace folder. */
  readonly path: string;
  readonly tag: string;
  readonly kind: MarkerKind;
}

/** A folder and a tag whose count is not the baseline's. */
export interface DebtDifference {
  readonly folder: string;
  readonly tag: string;
  readonly allowed: number;
  readonly found: number;
}

export interface DebtGrowth<M> extends DebtDifference {
  /** All of this tag in this folder: which of them is new is not in a baseline. */
  readonly markers: readonly M[];
}

/** By folder, then by tag. */
export interface BaselineComparison<M> {
  /** More than the baseline allows. */
  readonly grown: readonly DebtGrowth<M>[];
  /** Less than the baseline allows, so that new debt could hide there. */
  readonly slack: readonly DebtDifference[];
}

/** The baseline that fits these markers exactly. */
export function baselineOf(
  markers: readonly CountedMarker[],
  kinds: readonly MarkerKind[] = ['debt'],
): DebtBaseline {
  const folders = [...grouped(markers, kinds)].map(([folder, byTag]) => {
    const counts = [...byTag].map(([tag, list]) => [tag, list.length] as const);
    return [folder, new Map(counts)] as const;
  });
  return { kinds, folders: new Map(folders) };
}

/** What became more and what became less since the baseline was written. */
export function compareBaseline<M extends CountedMarker>(
  baseline: DebtBaseline,
  markers: readonly M[],
): BaselineComparison<M> {
  const today = grouped(markers, baseline.kinds);
  const counts = union(baseline.folders.keys(), today.keys()).flatMap((folder) => {
    const allowedHere = baseline.folders.get(folder);
    const foundHere = today.get(folder);
    return union(allowedHere?.keys(), foundHere?.keys()).map((tag) => {
      const list = foundHere?.get(tag) ?? [];
      return { folder, tag, allowed: allowedHere?.get(tag) ?? 0, found: list.length, markers: list };
    });
  });
  return {
    grown: counts.filter(({ allowed, found }) => found > allowed),
    slack: counts
      .filter(({ allowed, found }) => found < allowed)
      .map(({ folder, tag, allowed, found }) => ({ folder, tag, allowed, found })),
  };
}

function grouped<M extends CountedMarker>(
  markers: readonly M[],
  kinds: readonly MarkerKind[],
): ReadonlyMap<string, ReadonlyMap<string, readonly M[]>> {
  const folders = new Map<string, Map<string, M[]>>();
  for (const marker of markers) {
    if (!kinds.includes(marker.kind)) continue;
    const folder = folderOf(marker.path);
    const byTag = folders.get(folder) ?? new Map<string, M[]>();
    const list = byTag.get(marker.tag) ?? [];
    list.push(marker);
    folders.set(folder, byTag.set(marker.tag, list));
  }
  return folders;
}

/** As a baseline names it. */
function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '.' : path.slice(0, slash);
}

/**
 * A baseline as JSON: sorted, without days and lines, and with the counts of each folder in lines of their own, so
 * that two branches that touch different folders merge without a conflict.
 */
export function baselineFile({ kinds, folders }: DebtBaseline): string {
  const sorted = [...folders].sort(byKey).map(([folder, counts]) => {
    const lines = [...counts].sort(byKey).map(([tag, count]) => `      ${quoted(tag)}: ${count}`);
    return `    ${quoted(folder)}: {\n${lines.join(',\n')}\n    }`;
  });
  const body = sorted.length === 0 ? '{}' : `{\n${sorted.join(',\n')}\n  }`;
  const names = kinds.map(quoted).join(', ');
  return `{\n  "version": ${version},\n  "kinds": [${names}],\n  "folders": ${body}\n}\n`;
}

export type BaselineReading =
  | { readonly kind: 'baseline'; readonly baseline: DebtBaseline }
  /** `reason` ends a sentence that begins with the file's name. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Reads what `baselineFile` wrote, as people and merges may have changed it. */
export function readBaseline(text: string): BaselineReading {
  let value: unknown;
  try {
    // Some editors put a byte order mark before it.
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    const conflict = /^(?:<{7}|={7}|>{7})/m.test(text);
    return refused(conflict ? 'holds the marks of a merge conflict' : 'is not JSON');
  }
  if (!isRecord(value) || !isRecord(value.folders) || !Array.isArray(value.kinds))
    return refused('is not a baseline: it needs "version", "kinds" and "folders"');
  if (value.version !== version) return refused(`is not of version ${version}`);
  const kinds = allKinds.filter((kind) => (value.kinds as unknown[]).includes(kind));
  if (kinds.length === 0 || kinds.length !== value.kinds.length)
    return refused('names kinds that there are not: they are "debt" and "suppression"');
  const folders = new Map<string, ReadonlyMap<string, number>>();
  for (const [folder, counts] of Object.entries(value.folders)) {
    if (!isRecord(counts)) return refused(`has no counts for the folder "${folder}"`);
    const entries = Object.entries(counts);
    const wrong = entries.find(([, count]) => !isCount(count));
    if (wrong !== undefined) return refused(`has no count for "${wrong[0]}" in the folder "${folder}"`);
    folders.set(folder, new Map(entries as [string, number][]));
  }
  return { kind: 'baseline', baseline: { kinds, folders } };
}

/** Whether a file was a baseline before people or merges broke it, so that nothing is lost when it is written anew. */
export function wasBaseline(text: string): boolean {
  return /^\s*\{\s*"version":\s*\d+,\s*"kinds":/.test(text);
}

const version = 1;
const allKinds = ['debt', 'suppression'] as const;

function refused(reason: string): BaselineReading {
  return { kind: 'refused', reason };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function union(a: Iterable<string> = [], b: Iterable<string> = []): readonly string[] {
  return [...new Set([...a, ...b])].sort();
}
