/** What a person made of an entry: learned it, so that one line is enough, or does not want to see it. */
export type Mark = 'folded' | 'muted';

export interface MarkedEntry {
  /** See `repositoryKey`. */
  readonly repository: string;
  /** See `Card.key`. */
  readonly key: string;
  /** For the list of what is marked: the entry itself may be out of reach by then. */
  readonly kind: string;
  readonly title: string;
  readonly mark: Mark;
}

/** The marks of one repository, by the entry's key. */
export type Marks = ReadonlyMap<string, Mark>;

/** Stored marks, as far as they are some: another version, or another machine, may have written them. */
export function readMarks(stored: unknown): readonly MarkedEntry[] {
  return Array.isArray(stored) ? stored.filter(isMarkedEntry) : [];
}

export function marksOf(all: readonly MarkedEntry[], repository: string): Marks {
  return new Map(all.filter((entry) => entry.repository === repository).map(({ key, mark }) => [key, mark]));
}

/** All marks with one more, in place of what the entry was marked with before. */
export function withMark(all: readonly MarkedEntry[], entry: MarkedEntry): readonly MarkedEntry[] {
  return [...withoutMarks(all, [entry]), entry];
}

export function withoutMarks(
  all: readonly MarkedEntry[],
  entries: readonly Pick<MarkedEntry, 'repository' | 'key'>[],
): readonly MarkedEntry[] {
  return all.filter(
    ({ repository, key }) => !entries.some((entry) => entry.repository === repository && entry.key === key),
  );
}

function isMarkedEntry(value: unknown): value is MarkedEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { repository, key, kind, title, mark } = value as Record<string, unknown>;
  return (
    [repository, key, kind, title].every((text) => typeof text === 'string') &&
    (mark === 'folded' || mark === 'muted')
  );
}
