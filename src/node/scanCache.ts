import { createHash } from 'node:crypto';
import type { MarkerTag } from '../core/markers/findMarkers';
import type { FileScan } from '../core/markers/scanFile';
import type { ScanTarget } from '../core/markers/scanner';
import { type Batch, type BatchResult, type Held, stampLength } from './scanBatch';

/** A row for each file, in columns, because an object for each file of a large folder is slow to make, keep and write. */
export interface ScanColumns {
  /** By path. */
  readonly rows: Map<string, number>;
  /** See `stampLength`; NaN where one says nothing. There may be more than there are rows. */
  readonly stamps: Float64Array;
  /** What was looked for; see `tagKeyOf`. */
  readonly tagKeys: Float64Array;
  /** By row; a file that held nothing has none. */
  readonly held: Map<number, Held>;
}

/**
 * What the files of one folder hold, by their paths. A file is taken for unchanged when its size, its `mtime`, its
 * `ctime` and its inode are: a program can set `mtime` back, but every change of the content moves `ctime`. Where they
 * differ, as after a switch of branches, the content decides: the same bytes hold the same markers.
 */
export class ScanCache {
  #columns: ScanColumns;
  #isChanged = false;

  constructor(columns: ScanColumns = emptyColumns(0)) {
    this.#columns = columns;
  }

  get columns(): ScanColumns {
    return this.#columns;
  }

  /** Whether it has learned anything since it was made, or since it was asked this last. */
  takeIsChanged(): boolean {
    const isChanged = this.#isChanged;
    this.#isChanged = false;
    return isChanged;
  }

  /** The batch for `targets`, with what is known of them; `tagKeys` names what is looked for, by tag set. */
  batchOf(targets: readonly ScanTarget[], tagKeys: readonly number[]): Batch {
    const { rows, stamps: known, tagKeys: keys, held } = this.#columns;
    const stamps = new Float64Array(targets.length * stampLength).fill(Number.NaN);
    const hashes = new Map<number, string>();
    for (const [index, { path, tagSet }] of targets.entries()) {
      const row = rows.get(path);
      if (row === undefined || keys[row] !== tagKeys[tagSet]) continue;
      copyStamp(known, row, { to: stamps, at: index });
      const hash = held.get(row)?.hash;
      if (hash !== undefined) hashes.set(index, hash);
    }
    return {
      paths: targets.map(({ path }) => path).join('\0'),
      tagSets: Uint32Array.from(targets, ({ tagSet }) => tagSet),
      stamps,
      hashes,
    };
  }

  /**
   * Takes what a batch came to, and gives what is in its files, in their order. `now` in milliseconds: a file that
   * changed a moment ago may change again without another `ctime`, so its stamp says nothing.
   */
  take(
    targets: readonly ScanTarget[],
    { stamps, isKnown, found }: BatchResult,
    { tagKeys, now }: { readonly tagKeys: readonly number[]; readonly now: number },
  ): readonly (readonly [path: string, scan: FileScan])[] {
    const scans: (readonly [string, FileScan])[] = [];
    for (const [index, { path, tagSet }] of targets.entries()) {
      const row = this.#columns.rows.get(path);
      const known = isKnown[index] === 1 && row !== undefined ? this.#columns.held.get(row) : undefined;
      const held = known ?? found.get(index);
      if (held !== undefined) scans.push([path, held.scan]);
      const changedAt = index * stampLength + 2;
      if (isKnown[index] === 1 && row !== undefined) {
        if (this.#columns.stamps[row * stampLength + 2] === stamps[changedAt]) continue;
      }
      if (stamps[changedAt]! > now - racyMilliseconds)
        stamps.fill(Number.NaN, index * stampLength, (index + 1) * stampLength);
      this.#set(row ?? this.#newRow(path), { stamps, index, tagKey: tagKeys[tagSet]!, held });
    }
    return scans;
  }

  /** Forgets all other files. */
  keepOnly(paths: ReadonlySet<string>): void {
    const { rows, stamps, tagKeys, held } = this.#columns;
    this.#columns = emptyColumns(paths.size);
    for (const [path, row] of rows) {
      if (!paths.has(path)) continue;
      const now = this.#newRow(path);
      this.#set(now, { stamps, index: row, tagKey: tagKeys[row]!, held: held.get(row) });
    }
  }

  #set(
    row: number,
    {
      stamps,
      index,
      tagKey,
      held,
    }: {
      readonly stamps: Float64Array;
      readonly index: number;
      readonly tagKey: number;
      readonly held: Held | undefined;
    },
  ): void {
    copyStamp(stamps, index, { to: this.#columns.stamps, at: row });
    this.#columns.tagKeys[row] = tagKey;
    if (held === undefined) this.#columns.held.delete(row);
    else this.#columns.held.set(row, held);
    this.#isChanged = true;
  }

  #newRow(path: string): number {
    const { rows, stamps, tagKeys, held } = this.#columns;
    const row = rows.size;
    if (row === tagKeys.length) {
      const larger = emptyColumns(Math.max(1024, row * 2));
      larger.stamps.set(stamps);
      larger.tagKeys.set(tagKeys);
      this.#columns = { ...larger, rows, held };
    }
    rows.set(path, row);
    return row;
  }
}

/** Another number for other tags. */
export function tagKeyOf(tags: readonly MarkerTag[]): number {
  return createHash('sha1').update(JSON.stringify(tags)).digest().readUIntBE(0, 6);
}

/** The coarsest clock of a file system that is still in use: FAT's. */
const racyMilliseconds = 2_000;

function emptyColumns(files: number): ScanColumns {
  return {
    rows: new Map(),
    stamps: new Float64Array(files * stampLength),
    tagKeys: new Float64Array(files),
    held: new Map(),
  };
}

function copyStamp(
  from: Float64Array,
  index: number,
  { to, at }: { readonly to: Float64Array; readonly at: number },
): void {
  for (let part = 0; part < stampLength; part++)
    to[at * stampLength + part] = from[index * stampLength + part]!;
}
