import { Cancel } from '../cancel';
import type { Git } from '../git';
import type { CancelSignal } from '../host';
import type { Diff, DiffFile, DiffQuery, DiffResult } from './diff';

export interface DiffStateOptions {
  /** URI of the workspace folder, ending in `/`. */
  readonly folder: string;
  readonly query: DiffQuery;
  /** `undefined` where git may not be asked, or is not there. */
  git(): Git | undefined;
  /** See `DiffQuery`; of those that are other than before. */
  onFile?(file: DiffFile, signal: CancelSignal): void;
}

/** Of more files than these, the whole diff is as quick. */
const mostTouched = 200;

interface Asking {
  readonly cancel: Cancel;
  readonly done: Promise<void>;
  /** How many wait for it. */
  waiting: number;
}

/** The diff of a workspace folder, asked for when it is wanted; after a file was saved only that file is. */
export class DiffState {
  readonly #options: DiffStateOptions;
  #known: DiffResult | undefined;
  #isStale = true;
  #touched = new Set<string>();
  #asking: Asking | undefined;

  constructor(options: DiffStateOptions) {
    this.#options = options;
  }

  /** Files came, went or changed on disk; paths relative to the folder. */
  touch(paths: readonly string[]): void {
    for (const path of paths) this.#touched.add(path);
  }

  /** Something happened to the repository. */
  reset(): void {
    this.#isStale = true;
  }

  /** Whether a file is in the diff, as far as that is known. */
  has(path: string): boolean {
    return this.#known?.kind === 'diff' && this.#known.diff.files.some((file) => file.path === path);
  }

  /** As it was at some moment after the call; `undefined` without git, or when cancelled. */
  async current(signal?: CancelSignal): Promise<DiffResult | undefined> {
    // What is asked already may lack what happened since. Nobody waits a third time, however much is written.
    for (let time = 0; time < 2 && this.#isWanted; time += 1) {
      if (signal?.aborted || this.#options.git() === undefined) return undefined;
      await this.#join(signal);
    }
    return signal?.aborted ? undefined : this.#known;
  }

  get #isWanted(): boolean {
    return this.#asking !== undefined || this.#isStale || this.#touched.size > 0;
  }

  #join(signal: CancelSignal | undefined): Promise<void> {
    const asking = (this.#asking ??= this.#begin());
    asking.waiting += 1;
    const leave = () => {
      asking.waiting -= 1;
      if (asking.waiting === 0) asking.cancel.abort();
    };
    signal?.addEventListener('abort', leave);
    return asking.done.finally(() => signal?.removeEventListener('abort', leave));
  }

  #begin(): Asking {
    const cancel = new Cancel();
    const done = this.#ask(cancel.signal).finally(() => (this.#asking = undefined));
    return { cancel, done, waiting: 0 };
  }

  async #ask(signal: CancelSignal): Promise<void> {
    const git = this.#options.git();
    if (git === undefined) return;
    const { folder, query } = this.#options;
    const before = this.#known?.kind === 'diff' ? this.#known.diff : undefined;
    const paths = [...this.#touched];
    const mayAskForFiles = !this.#isStale && paths.length <= mostTouched;
    this.#isStale = false;
    this.#touched.clear();
    const mayAdd = before?.files.every(({ status }) => status === 'modified' || status === 'added') ?? false;
    const files =
      before && mayAskForFiles && (mayAdd || !mayBeRenamed(before.files, paths))
        ? await git.diffFiles(folder, { baseCommit: before.baseCommit, paths, mayAdd, signal })
        : undefined;
    const next: DiffResult =
      before && files
        ? { kind: 'diff', diff: { ...before, files: replaced(before.files, paths, files) } }
        : await git.diff(folder, { ...query, onFile: this.#tell(before, signal) }, signal);
    // What was cut short is no answer, and the next one who asks gets a whole one.
    if (signal.aborted) this.#isStale = true;
    else this.#known = next.kind === 'diff' ? { kind: 'diff', diff: keeping(next.diff, before) } : next;
  }

  #tell(before: Diff | undefined, signal: CancelSignal): (file: DiffFile) => void {
    const known = new Map(before?.files.map((file) => [file.path, file]));
    return (file) => {
      const same = known.get(file.path);
      if (same === undefined || !isSame(same, file)) this.#options.onFile?.(file, signal);
    };
  }
}

/** Whether one of these paths came or went: it may be the one end of a rename, and the other end changes with it. */
function mayBeRenamed(files: readonly DiffFile[], paths: readonly string[]): boolean {
  const moving = new Set(
    files.flatMap(({ status, path, oldPath }) => (status === 'modified' ? [] : [path, oldPath])),
  );
  return paths.some((path) => moving.has(path));
}

/** The files of a diff with these at some of its paths; in the order of their paths. */
function replaced(
  files: readonly DiffFile[],
  paths: readonly string[],
  those: readonly DiffFile[],
): readonly DiffFile[] {
  const gone = new Set(paths);
  return [...files.filter(({ path }) => !gone.has(path)), ...those].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}

/** What is the same as before is the same object, so that what is known of it stays known. */
function keeping(diff: Diff, before: Diff | undefined): Diff {
  if (before === undefined) return diff;
  const known = new Map(before.files.map((file) => [file.path, file]));
  const files = diff.files.map((file) => {
    const same = known.get(file.path);
    return same !== undefined && isSame(same, file) ? same : file;
  });
  const isSameDiff =
    files.length === before.files.length &&
    files.every((file, at) => file === before.files[at]) &&
    JSON.stringify({ ...diff, files: [] }) === JSON.stringify({ ...before, files: [] });
  return isSameDiff ? before : { ...diff, files };
}

/** A fingerprint says what a file's lines are, but not where. */
function isSame(a: DiffFile, b: DiffFile): boolean {
  return (
    a === b ||
    (a.fingerprint === b.fingerprint &&
      a.oldBlob === b.oldBlob &&
      a.oldPath === b.oldPath &&
      a.hunks.length === b.hunks.length &&
      a.hunks.every(({ oldStart, newStart }, at) => {
        const hunk = b.hunks[at]!;
        return hunk.oldStart === oldStart && hunk.newStart === newStart;
      }))
  );
}
