import type { Guidance } from '../guidance/guidance';
import type { Entry } from '../guidance/model';
import type { WorkspaceFiles } from '../guidance/workspaceFiles';
import type { WorkspaceGuidance } from '../guidance/workspaceGuidance';
import type { Host } from '../host';
import { relativePath } from '../text/links';
import type { Turns } from '../turns';
import { countFiles, filesOfCode } from './countFiles';
import { createNamedIndex, type NamedIndex, namesNothing, namingEntries } from './namedIndex';
import { createPathFinder, type PathFinder } from './pathFinder';
import { type ProseNames, proseNames } from './proseNames';

export interface WorkspaceNamesOptions {
  readonly host: Host;
  readonly workspace: WorkspaceGuidance;
  readonly turns: Turns;
}

/** Where the names in the texts of one workspace folder's guidance lead. Each name is counted once, when it is new. */
export class WorkspaceNames {
  readonly #options: WorkspaceNamesOptions;
  /** An entry is the same object until its source is read anew. */
  readonly #names = new WeakMap<Entry, ProseNames>();
  /** In how many files of code each name is. */
  #counts: ReadonlyMap<string, number> = new Map();
  #codeFiles = 0;
  #finder: { readonly of: WorkspaceFiles; readonly finder: PathFinder } | undefined;
  #index: { readonly of: readonly unknown[]; readonly index: NamedIndex } | undefined;
  #counting: Promise<void> | undefined;
  /** Whose names were counted. */
  #counted: Guidance | undefined;
  #isDisposed = false;

  constructor(options: WorkspaceNamesOptions) {
    this.#options = options;
  }

  /** The same object for as long as it says the same. Leads nowhere until names were counted. */
  get index(): NamedIndex {
    const { guidance, files } = this.#options.workspace;
    const of = [guidance, files, this.#counts];
    if (this.#index === undefined || of.some((each, at) => each !== this.#index!.of[at]))
      this.#index = {
        of,
        index: files === undefined ? { ...namesNothing } : this.#createIndex(guidance, files),
      };
    return this.#index.index;
  }

  /** Counts the names that are new; does nothing where there are none. */
  count(): void {
    const { guidance, files } = this.#options.workspace;
    if (files === undefined || this.#counting !== undefined || this.#counted === guidance) return;
    this.#counting = this.#countNew(guidance, files).finally(() => {
      this.#counting = undefined;
      // The guidance may have changed meanwhile.
      if (!this.#isDisposed) this.count();
    });
  }

  async settled(): Promise<void> {
    while (this.#counting !== undefined) await this.#counting;
  }

  dispose(): void {
    this.#isDisposed = true;
  }

  async #countNew(guidance: Guidance, files: WorkspaceFiles): Promise<void> {
    const { host, workspace, turns } = this.#options;
    this.#counted = guidance;
    // Nobody who types waits for this.
    await turns.pause?.();
    const symbols = new Set(this.#naming(guidance).flatMap(({ names }) => names.symbols));
    const fresh = [...symbols].filter((symbol) => !this.#counts.has(symbol));
    if (fresh.length === 0 && this.#codeFiles > 0) return;
    const paths = filesOfCode(files.files);
    const counts = await countFiles(fresh, {
      host,
      root: workspace.root,
      turns,
      paths,
      isCancelled: () => this.#isDisposed,
    });
    if (counts === undefined) return;
    this.#codeFiles = paths.length;
    this.#counts = new Map([...this.#counts, ...fresh.map((symbol, at) => [symbol, counts[at]!] as const)]);
  }

  #createIndex(guidance: Guidance, files: WorkspaceFiles): NamedIndex {
    if (this.#finder?.of !== files) this.#finder = { of: files, finder: createPathFinder(files.files) };
    return createNamedIndex({
      naming: this.#naming(guidance),
      guidance,
      filesWith: (symbol) => this.#counts.get(symbol),
      files: this.#codeFiles,
      finder: this.#finder.finder,
    });
  }

  #naming(guidance: Guidance) {
    const { workspace } = this.#options;
    return namingEntries(guidance, (...of) => this.#namesIn(...of)).filter(({ entry }) =>
      workspace.reads('names', relativePath(entry.uri, workspace.root) ?? ''),
    );
  }

  #namesIn(text: string, entry: Entry): ProseNames {
    const known = this.#names.get(entry) ?? proseNames(text);
    this.#names.set(entry, known);
    return known;
  }
}
