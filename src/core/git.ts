import type { CancelSignal } from './host';
import type { DiffFile, DiffQuery, DiffResult } from './review/diff';

/**
 * What core asks of git. Only where a person trusts the workspace is there one: git's own configuration can run
 * programs. Paths are relative to the folder that is asked about and separated by `/`. An answer is `undefined` where
 * there is no repository, or git could not tell; nothing rejects.
 */
export interface Git {
  /** Who wrote each line of a file last; `text` is what an editor holds now, and lines that are not committed have no commit. */
  blame(uri: string, text: string, signal?: CancelSignal): Promise<Blame | undefined>;

  /** What is checked out, the commit and the branch: another text after each commit and each switch of branches. */
  head(folder: string): Promise<string | undefined>;

  /** What the working tree added since the branch left its base. */
  branchChanges(folder: string, signal?: CancelSignal): Promise<BranchChanges | undefined>;

  /** Commits of the current branch's first parents, oldest first, about evenly spread in time, the newest always. */
  sampleHistory(folder: string, query: HistoryQuery): Promise<History | undefined>;

  /** The bytes of blobs, in any order; one that is missing or over `maxBytes` is left out. */
  readBlobs(
    folder: string,
    ids: readonly string[],
    options: { readonly maxBytes: number; readonly signal?: CancelSignal },
  ): AsyncIterable<Blob>;

  /** What the working tree changes since the branch left its base, what is not tracked yet included. */
  diff(folder: string, query: DiffQuery, signal?: CancelSignal): Promise<DiffResult>;

  /**
   * A diff's files at these paths as they are now, much faster than the whole diff; a path that no longer differs is
   * left out. `undefined` where only the whole diff can tell, such as where a file went, which may be a rename.
   */
  diffFiles(folder: string, query: DiffFilesQuery): Promise<readonly DiffFile[] | undefined>;

  /** Branches, remote branches and tags that a diff may be based on, as people write them, the likely ones first. */
  bases(folder: string): Promise<readonly string[]>;

  /** Whether an author changed any of these files in a commit or before it. */
  hasChanged(folder: string, query: AuthorQuery): Promise<boolean | undefined>;

  /** A file as a commit has it; `undefined` too where it is over `maxBytes`. */
  fileIn(folder: string, query: FileInQuery): Promise<Uint8Array | undefined>;

  /** Where a file that is committed no longer is now: the names that commits gave it are followed. */
  renamed(folder: string, path: string): Promise<string | undefined>;

  /**
   * Who committed to the folder and to each folder of the first two levels in it, in so many of the newest commits that
   * are no merges; those with the most commits first.
   */
  authors(folder: string, query: AuthorsQuery): Promise<readonly FolderAuthors[] | undefined>;

  /** Who commits here. */
  identity(folder: string): Promise<Identity | undefined>;
}

export interface Blame {
  /** One for each line of the text. */
  readonly lines: readonly BlamedLine[];
  /** Why ages may be younger than the code is, a sentence; such as a shallow clone. */
  readonly partial?: string;
}

export interface BlamedLine {
  /** `undefined` for a line that is not committed yet, as are all lines of a file that git does not know. */
  readonly commit?: string;
  /** Empty for a line that is not committed yet, as are `email` and `day`. */
  readonly author: string;
  readonly email: string;
  /** The author's day, where the author was: `2026-11-22`; empty where the commit names none. */
  readonly day: string;
}

export interface BranchChanges {
  /** The branch that this one left, such as `origin/main`. */
  readonly base: string;
  /**
   * Spans of 0-based lines, `to` exclusive, by path, with what is not committed yet; a new file is one span, which may
   * end far behind its last line. Renames keep what was there before. A lone \r ends no line here.
   */
  readonly added: ReadonlyMap<string, readonly { readonly from: number; readonly to: number }[]>;
}

export interface AuthorsQuery {
  readonly commits: number;
  readonly signal?: CancelSignal | undefined;
}

export interface FolderAuthors {
  /** Without a `/` at its end; empty for the folder that was asked about. */
  readonly path: string;
  readonly authors: readonly Author[];
}

/** As the newest of the commits names them; told apart by the e-mail address, without case. */
export interface Author {
  readonly name: string;
  readonly email: string;
  readonly commits: number;
}

export interface HistoryQuery {
  /** How many commits, at most. */
  readonly points: number;
  readonly signal?: CancelSignal;
}

export interface History {
  readonly commits: readonly HistoryCommit[];
  /** Why there is less than all, a sentence; such as a shallow clone. */
  readonly partial?: string;
}

export interface HistoryCommit {
  readonly commit: string;
  /** The committer's day. */
  readonly day: string;
  /** The regular files, asked for anew each time; a file that is the same in two commits is the same object. */
  files(): Promise<readonly HistoryFile[] | undefined>;
}

export interface HistoryFile {
  readonly path: string;
  readonly blob: string;
}

export interface Blob {
  readonly id: string;
  readonly bytes: Uint8Array;
}

export interface DiffFilesQuery {
  /** Where the branch left its base: `Diff.baseCommit`. */
  readonly baseCommit: string;
  readonly paths: readonly string[];
  /** Whether no file of the diff was deleted or renamed, so that one that came can be no rename. */
  readonly mayAdd: boolean;
  readonly signal?: CancelSignal;
}

export interface AuthorQuery {
  readonly commit: string;
  readonly email: string;
  readonly paths: readonly string[];
}

export interface FileInQuery {
  readonly commit: string;
  readonly path: string;
  readonly maxBytes: number;
}

export interface Identity {
  readonly name: string;
  readonly email: string;
}
