import type { FileScan } from '../core/markers/scanFile';
import type { ScanTarget } from '../core/markers/scanner';
import { type Batch, type BatchResult, stampLength } from './scanBatch';

/** What a file held when it was read last. */
export interface CachedFile {
  /** See `stampLength`; NaN where it says nothing. */
  readonly stamp: Float64Array;
  /** What was looked for. */
  readonly tags: string;
  /** `undefined` where it held nothing. */
  readonly scan: FileScan | undefined;
  /** See `Found.hash`. */
  readonly hash: string | undefined;
}

/**
 * What the files of one folder hold, by their paths. A file is taken for unchanged when its size, its `mtime`, its
 * `ctime` and its inode are: a program can set `mtime` back, but every change of the content moves `ctime`. Where they
 * differ, as after a switch of branches, the content decides: the same bytes hold the same markers.
 */
export class ScanCache {
  readonly #files: Map<string, CachedFile>;
  #isChanged = false;

  constructor(files: Iterable<readonly [path: string, file: CachedFile]> = []) {
    this.#files = new Map(files);
  }

  get files(): ReadonlyMap<string, CachedFile> {
    return this.#files;
  }

  /** Whether it has learned anything since it was made, or since it was asked this last. */
  takeIsChanged(): boolean {
    const isChanged = this.#isChanged;
    this.#isChanged = false;
    return isChanged;
  }

  /** The batch for `targets`, with what is known of them; `tags` names what is looked for, by tag set. */
  batchOf(targets: readonly ScanTarget[], tags: readonly string[]): Batch {
    const stamps = new Float64Array(targets.length * stampLength).fill(Number.NaN);
    const hashes = targets.map(({ path, tagSet }, index) => {
      const known = this.#files.get(path);
      if (known === undefined || known.tags !== tags[tagSet]) return undefined;
      stamps.set(known.stamp, index * stampLength);
      return known.hash;
    });
    return { files: targets, stamps, hashes };
  }

  /**
   * Takes what a batch came to, and gives what is in its files, in their order. `now` in milliseconds: a file that
   * changed a moment ago may change again without another `ctime`, so its stamp says nothing.
   */
  take(
    { files }: Batch,
    { stamps, isKnown, found }: BatchResult,
    { tags, now }: { readonly tags: readonly string[]; readonly now: number },
  ): readonly (readonly [path: string, scan: FileScan])[] {
    const foundAt = new Map(found.map((each) => [each.index, each]));
    const held: (readonly [string, FileScan])[] = [];
    for (const [index, { path, tagSet }] of files.entries()) {
      const known = isKnown[index] === 1 ? this.#files.get(path) : undefined;
      const news = known ?? foundAt.get(index);
      const stamp = stamps.slice(index * stampLength, (index + 1) * stampLength);
      if (stamp[2]! > now - racyMilliseconds) stamp.fill(Number.NaN);
      this.#isChanged ||= known === undefined || known.stamp[2] !== stamp[2];
      this.#files.set(path, { stamp, tags: tags[tagSet]!, scan: news?.scan, hash: news?.hash });
      if (news?.scan !== undefined) held.push([path, news.scan]);
    }
    return held;
  }

  /** Forgets all other files. */
  keepOnly(paths: ReadonlySet<string>): void {
    for (const path of this.#files.keys()) if (!paths.has(path)) this.#files.delete(path);
  }
}

/** The coarsest clock of a file system that is still in use: FAT's. */
const racyMilliseconds = 2_000;
