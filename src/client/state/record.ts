import { slug } from '../../core/text/slug';
import { sha256 } from './sha256';

/** A record that is kept in a file of its own, as JSON with a `version`. */
export interface RecordKind<T> {
  /** The folder below the storage. */
  readonly folder: string;
  /** What a person would call one, such as `answer`. */
  readonly name: string;
  /** Whether a value that says that it is of version 1 is one. */
  isRecord(value: object): value is T & object;
  /** Two files with one id hold the same record, from two windows. */
  idOf(record: T): string;
  /** ISO 8601 in UTC: of two records with one id the later counts. */
  timeOf(record: T): string;
}

/** `newer`: a later version of Leadlight wrote it; `broken`: cut in half, or no such record. */
export type ReadRecord<T> =
  { readonly kind: 'record'; readonly record: T } | { readonly kind: 'newer' | 'broken' };

export function readRecord<T>(text: string, kind: RecordKind<T>): ReadRecord<T> {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null) return { kind: 'broken' };
  const { version } = value as { readonly version?: unknown };
  if (typeof version === 'number' && version > 1) return { kind: 'newer' };
  return version === 1 && kind.isRecord(value) ? { kind: 'record', record: value } : { kind: 'broken' };
}

/** One record for each id: the later of two; of two from one moment the one that comes last. */
export function latestRecords<T>(records: readonly T[], { idOf, timeOf }: RecordKind<T>): readonly T[] {
  const latest = new Map<string, T>();
  for (const record of records) {
    const other = latest.get(idOf(record));
    if (other === undefined || timeOf(other) <= timeOf(record)) latest.set(idOf(record), record);
  }
  return [...latest.values()];
}

/** A name for a file or a folder that no text can escape, and that no two texts share; people can read what it is of. */
export async function fileName(text: string): Promise<string> {
  return `${slug(text).slice(0, 40)}-${(await sha256(text)).slice(0, 24)}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
