import type { Git } from './git';

export interface HeadStateOptions {
  /** URI of the workspace folder. */
  readonly folder: string;
  git(): Git | undefined;
  /** Another commit or another branch is checked out than before, or git says something else about the past. */
  onDidMove(): void;
}

/** What changes with a commit, a switch of branches, or the list of commits to ignore: git writes much else besides. */
const ofHistory =
  /^\.git\/(?:HEAD|config|shallow|packed-refs|refs\/heads\/.*|reftable\/.*)$|^\.git-blame-ignore-revs$/s;

/** What git writes before it is done, or while it only looks. */
const unchangingFiles = /^\.git\/(?:index$|objects\/|.*\.lock$)/;

/** Whether a change of a file can change what git or the working tree says. */
export function isTelling(path: string): boolean {
  return !unchangingFiles.test(path);
}

/** What is checked out in a workspace folder: asked for when it may have moved, once at a time. */
export class HeadState {
  readonly #options: HeadStateOptions;
  /** Not there until git was asked; `undefined` in it where git knows of no commit. */
  #known: { readonly head: string | undefined } | undefined;
  #isWanted = false;
  #looking: Promise<void> | undefined;

  constructor(options: HeadStateOptions) {
    this.#options = options;
    void this.look();
  }

  /** What was checked out when git was asked last; `undefined` too where nobody knows yet. */
  get head(): string | undefined {
    return this.#known?.head;
  }

  /** Files came, went or changed on disk; paths relative to the folder. */
  touch(paths: readonly string[]): void {
    if (paths.some((path) => ofHistory.test(path))) {
      this.reset();
      this.#options.onDidMove();
    } else if (paths.some(isTelling)) void this.look();
  }

  /** Somebody may have committed or switched branches, which not every editor tells. Resolves when that counts. */
  look(): Promise<void> {
    this.#isWanted = true;
    this.#looking ??= this.#lookAll().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  /** What git says from now on is no move. */
  reset(): void {
    this.#known = undefined;
    void this.look();
  }

  async #lookAll(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false;
      const before = this.#known;
      const git = this.#options.git();
      this.#known = git && { head: await git.head(this.#options.folder) };
      if (before !== undefined && this.#known?.head !== before.head) this.#options.onDidMove();
    }
  }
}
