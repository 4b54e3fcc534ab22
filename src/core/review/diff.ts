/** What is reviewed: all that the working tree changes since its branch left its base. JSON. */
export interface Diff {
  /** The ref that the branch left, as people write it, such as `origin/main`. */
  readonly base: string;
  /** The commit where it left, 40 or 64 hexadecimal digits; git's empty tree where nothing is committed yet. */
  readonly baseCommit: string;
  /** Also while it is rebased; absent on a detached head. */
  readonly branch?: string;
  /** Commits that the base lacks, newest first. */
  readonly commits: readonly DiffCommit[];
  /** In the order of their paths. */
  readonly files: readonly DiffFile[];
  /** What a reader should know of it, a sentence each, such as that a merge is in progress. */
  readonly notes: readonly string[];
}

export interface DiffCommit {
  readonly commit: string;
  /** The author's. */
  readonly email: string;
  /** Brings work of others, such as the base's, and none of its own. */
  readonly isMerge: boolean;
  /** The whole message. */
  readonly message: string;
}

export type FileStatus = 'added' | 'modified' | 'deleted' | 'renamed';

export interface DiffFile {
  /** Relative to the folder that was asked about, separated by `/`; the old one of a deleted file. */
  readonly path: string;
  /** Of a renamed file; begins with `../` where it was outside of the folder. */
  readonly oldPath?: string;
  readonly status: FileStatus;
  /** Where no content changed, a binary file passes for text. */
  readonly kind: 'text' | 'binary' | 'submodule' | 'link';
  /** Git's modes such as `100644`, where both sides have one and they differ. */
  readonly modes?: { readonly from: string; readonly to: string };
  /** The old content; absent for an added file. */
  readonly oldBlob?: string;
  /** Lines as git counts them: the target of a link and the commit of a submodule are one, a binary file has none. */
  readonly added: number;
  readonly deleted: number;
  /** In order. Empty where there are no lines, or too many to keep. */
  readonly hunks: readonly Hunk[];
  /** Whether its lines are too many to keep: they are counted and in the fingerprint, and not in `hunks`. */
  readonly isCut: boolean;
  /**
   * Another one after every edit of what is added or removed, moved past another line, renamed or switched to another
   * mode; the same where only lines farther away than the next one changed, so that a rebase leaves it alone: one that
   * changes the next line too is a conflict.
   */
  readonly fingerprint: string;
}

/** Lines that follow each other, without context. */
export interface Hunk {
  /** 0-based, in the old text. */
  readonly oldStart: number;
  /** 0-based, in the new text; where nothing was added, the line before which lines are gone. */
  readonly newStart: number;
  /** Without `\n`; a `\r` before it is kept. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

export type DiffResult =
  | { readonly kind: 'diff'; readonly diff: Diff }
  /** No diff, with a sentence that says why, and what can be done. */
  | { readonly kind: 'none'; readonly message: string };

export interface DiffQuery {
  /** A ref that a person picked; without one the upstream's or the default branch. */
  readonly base?: string;
  /**
   * Told of files before the whole diff is known, as they come; they are the objects of the diff then. Not told of all,
   * and, where there is no diff in the end, of files in vain.
   */
  readonly onFile?: ((file: DiffFile) => void) | undefined;
}
