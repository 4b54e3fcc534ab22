import { languageOfName, languages } from '../comments/languages';
import type { Git, HistoryFile } from '../git';
import type { MarkerTag } from '../markers/findMarkers';
import type { BlobScanner, TrendOptions } from './trend';

/**
 * The fingerprints of what blobs hold, by language and tags and then by the blob's id: what is in here is not scanned
 * again. It may be kept for as long as markers are found in the same way.
 */
export type TrendCache = Map<string, Map<string, readonly string[]>>;

/** Files of one language in which the same tags count. */
interface FileKind {
  readonly scan: BlobScanner;
  readonly fingerprints: Map<string, readonly string[]>;
  /** The blobs that were asked for. */
  readonly used: Set<string>;
}

/** The debt among some tags. */
interface TagSet {
  /** Tells it from others; empty without any. */
  readonly key: string;
  readonly scan: BlobScanner;
}

interface BlobOptions extends Pick<TrendOptions, 'tagsFor' | 'scannerFor' | 'maxBytes' | 'signal'> {
  readonly git: Git;
  readonly folder: string;
  readonly cache: TrendCache;
}

/** The debt markers of files of a history. A language without comments that we know has none. */
export class BlobMarkers {
  readonly #options: BlobOptions;
  /** By path. */
  readonly #kinds = new Map<string, FileKind | undefined>();
  /** By the key in the cache. */
  readonly #kindsByKey = new Map<string, FileKind>();
  readonly #tagSets = new Map<readonly MarkerTag[], TagSet>();

  constructor(options: BlobOptions) {
    this.#options = options;
  }

  /** Scans what is not in the cache. */
  async scan(files: readonly HistoryFile[]): Promise<void> {
    const wanted = new Map<string, { readonly path: string; readonly kind: FileKind }[]>();
    for (const { path, blob } of files) {
      const kind = this.#kindOf(path);
      kind?.used.add(blob);
      if (kind === undefined || kind.fingerprints.has(blob)) continue;
      const uses = wanted.get(blob) ?? [];
      wanted.set(blob, uses);
      if (!uses.some((use) => use.kind === kind)) uses.push({ path, kind });
    }
    if (wanted.size === 0) return;
    const { git, folder, maxBytes, signal } = this.#options;
    const options = { maxBytes, ...(signal ? { signal } : {}) };
    for await (const { id, bytes } of git.readBlobs(folder, [...wanted.keys()], options)) {
      for (const { path, kind } of wanted.get(id) ?? []) {
        const debt = kind.scan(bytes, path).markers.filter((marker) => marker.kind === 'debt');
        kind.fingerprints.set(id, debt.length === 0 ? none : debt.map(({ fingerprint }) => fingerprint));
      }
    }
  }

  /** The fingerprints of a file that was scanned, with repeats. */
  of({ path, blob }: HistoryFile): readonly string[] {
    return this.#kindOf(path)?.fingerprints.get(blob) ?? none;
  }

  /** How many of the files should have been scanned and could not be. */
  missing(files: readonly HistoryFile[]): number {
    return files.filter(({ path, blob }) => this.#kindOf(path)?.fingerprints.has(blob) === false).length;
  }

  /** Leaves in the cache what was asked for, so that it does not grow with each commit. */
  forgetOthers(): void {
    const { cache } = this.#options;
    for (const [key, fingerprints] of cache) {
      const used = this.#kindsByKey.get(key)?.used;
      if (used === undefined) cache.delete(key);
      else for (const blob of fingerprints.keys()) if (!used.has(blob)) fingerprints.delete(blob);
    }
  }

  #kindOf(path: string): FileKind | undefined {
    if (!this.#kinds.has(path)) this.#kinds.set(path, this.#newKind(path));
    return this.#kinds.get(path);
  }

  #newKind(path: string): FileKind | undefined {
    const languageId = languageOfName(path) ?? (/[^/]+$/.exec(path)![0].includes('.') ? 'plaintext' : script);
    if (languageId !== script && !known.has(languageId)) return undefined;
    const tags = this.#tagSetOf(this.#options.tagsFor(path));
    if (tags.key === '') return undefined;
    const key = `${languageId} ${tags.key}`;
    const same = this.#kindsByKey.get(key);
    if (same !== undefined) return same;
    const fingerprints = this.#options.cache.get(key) ?? new Map<string, readonly string[]>();
    this.#options.cache.set(key, fingerprints);
    const kind: FileKind = { scan: tags.scan, fingerprints, used: new Set() };
    this.#kindsByKey.set(key, kind);
    return kind;
  }

  #tagSetOf(tags: readonly MarkerTag[]): TagSet {
    const same = this.#tagSets.get(tags);
    if (same !== undefined) return same;
    const debt = tags.filter(({ kind }) => kind === 'debt');
    const key = debt.length === 0 ? '' : JSON.stringify(debt);
    const equal = [...this.#tagSets.values()].find((other) => other.key === key);
    const tagSet = equal ?? { key, scan: this.#options.scannerFor(debt) };
    this.#tagSets.set(tags, tagSet);
    return tagSet;
  }
}

/** The first line tells the language. What has an unknown extension is not read for it: most of that is no text. */
const script = '#!';

const none: readonly string[] = [];

/** Of some languages it is known that they are prose, and have nothing that could be a comment. */
const known: ReadonlySet<string> = new Set(
  languages.filter(({ syntax }) => Object.keys(syntax).some((key) => key !== 'data')).map(({ id }) => id),
);
