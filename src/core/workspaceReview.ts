import type { CancelSignal } from './host';
import type { DiffResult } from './review/diff';
import { DiffState } from './review/diffState';
import { FileFacts, type FileFactsOptions } from './review/fileFacts';
import type { HeldReview } from './review/heldItem';
import { holdItems, itemsWithoutDiff } from './review/holdItems';
import { LookAhead } from './review/lookAhead';
import { type OpenFile, unsavedFiles } from './review/unsavedFiles';
import { dayOf } from './text/day';

export interface WorkspaceReviewOptions extends FileFactsOptions {
  /** The documents of the folder that editors hold. */
  open(): readonly OpenFile[];
  /** What is reviewed may be another than before. */
  onDidChange(): void;
}

export interface HoldQuery {
  /** See `DiffQuery`. */
  readonly base: string | undefined;
  /** Handles of the reader, which git may still be asked for. */
  readonly reader: Promise<readonly string[]>;
  readonly signal?: CancelSignal | undefined;
}

interface Known {
  readonly key: readonly unknown[];
  readonly held: HeldReview;
}

/** What of git's own files can move a base, or begins and ends a merge or a rebase. */
const ofRepository =
  /^\.git\/(?:refs\/|packed-refs$|reftable\/|shallow$|config$|info\/|[A-Z_]*HEAD$|rebase-|sequencer)/;

/** The review of one workspace folder: nothing is computed before somebody asks, and then it is kept up to date. */
export class WorkspaceReview {
  readonly #options: WorkspaceReviewOptions;
  readonly #files: FileFacts;
  readonly #ahead: LookAhead;
  /** By base. */
  readonly #diffs = new Map<string, DiffState>();
  readonly #known = new Map<string, Known>();
  #unsaved: readonly string[] = [];

  constructor(options: WorkspaceReviewOptions) {
    this.#options = options;
    this.#files = new FileFacts(options);
    this.#ahead = new LookAhead(this.#files);
  }

  /** Files came, went or changed on disk; paths relative to the folder. */
  touch(paths: readonly string[]): void {
    const diffs = [...this.#diffs.values()];
    if (diffs.length === 0) return;
    const { files } = this.#options.workspace;
    const isOfRepository = paths.some((path) => ofRepository.test(path));
    // Builds write much that git ignores; it may still know some of that.
    const mayCount = (path: string) =>
      !path.startsWith('.git/') && (files?.isIgnored(path) !== true || diffs.some((diff) => diff.has(path)));
    const own = paths.filter(mayCount);
    for (const diff of diffs) {
      diff.touch(own);
      if (isOfRepository) diff.reset();
    }
    if (own.length > 0 || isOfRepository) this.#options.onDidChange();
  }

  /** There is another git than before, or it says something else. */
  gitChanged(): void {
    this.#files.forgetHistory();
    for (const diff of this.#diffs.values()) diff.reset();
    this.changed();
  }

  /** An editor holds another text for a file, or none any more. */
  documentChanged(path: string): void {
    if (!this.#unsaved.includes(path)) this.changed();
  }

  /** Something that items are made of is another. */
  changed(): void {
    if (this.#diffs.size > 0) this.#options.onDidChange();
  }

  /** `undefined` without git, or when cancelled. */
  diff(base: string | undefined, signal?: CancelSignal): Promise<DiffResult | undefined> {
    const { workspace, git } = this.#options;
    const key = base ?? '';
    let diff = this.#diffs.get(key);
    if (diff === undefined) {
      const query = base === undefined ? {} : { base };
      diff = new DiffState({
        folder: workspace.root,
        query,
        git,
        onFile: (file, until) => this.#ahead.add(file, workspace.guidance, until),
      });
      this.#diffs.set(key, diff);
    }
    return diff.current(signal);
  }

  /** All that is asked about the diff, or without one; the same object while nothing changes. `undefined` when cancelled. */
  async hold({ base, reader, signal }: HoldQuery): Promise<HeldReview | undefined> {
    const { workspace, host } = this.#options;
    await workspace.settled();
    const [result, me] = await Promise.all([this.diff(base, signal), reader]);
    if (signal?.aborted) return undefined;
    await this.#ahead.settled();
    const { guidance } = workspace;
    if (result?.kind !== 'diff') return itemsWithoutDiff(guidance, result?.message ?? this.#whyNoDiff());
    const { diff } = result;
    const key = [diff, guidance.folders, dayOf(host.now()), me.join('\n')];
    const known = this.#known.get(base ?? '');
    if (known?.key.every((part, at) => part === key[at]) === true) return known.held;
    const held = await holdItems(guidance, this.#files.of(diff, me, signal));
    if (signal?.aborted) return undefined;
    this.#known.set(base ?? '', { key, held });
    return held;
  }

  /** The old text of a file of the diff; `undefined` where it is new, no text or too large. */
  async baseText(base: string | undefined, path: string): Promise<string | undefined> {
    const result = await this.diff(base);
    if (result?.kind !== 'diff') return undefined;
    const file = result.diff.files.find((each) => each.path === path);
    return file && this.#files.of(result.diff, []).oldText(file);
  }

  /** The open files that the review does not have as they are shown. */
  async unsaved(): Promise<readonly string[]> {
    const { host, workspace, open } = this.#options;
    const files = open().filter(({ path }) => workspace.files?.isIgnored(path) !== true);
    this.#unsaved = await unsavedFiles(files, host);
    return this.#unsaved;
  }

  #whyNoDiff(): string {
    return this.#options.workspace.root.startsWith('file:')
      ? 'Git is not asked before somebody trusts this workspace, so everything is listed: trust it to see only what fits the diff.'
      : 'Git cannot look into a folder that is not on this machine, so everything is listed: open a clone of it to see only what fits the diff.';
  }
}
