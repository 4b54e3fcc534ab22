import type { Guidance } from '../guidance/guidance';
import type { WorkspaceFiles } from '../guidance/workspaceFiles';
import type { WorkspaceGuidance } from '../guidance/workspaceGuidance';
import type { Host } from '../host';
import { relativePath } from '../text/links';
import type { Turns } from '../turns';
import { countFiles, filesOfCode } from './countFiles';
import { createNamedIndex, type NamedIndex, namesNothing, namingEntries } from './namedIndex';
import { createPathFinder, type PathFinder } from './pathFinder';

export interface WorkspaceNamesOptions {
  readonly host: Host;
  readonly workspace: WorkspaceGuidance;
  readonly turns: Turns;
}

/** Where the names in the texts of one workspace folder's guidance lead. Each name is counted once, when it is new. */
export class WorkspaceNames {
  readonly #options: WorkspaceNamesOptions;
  /** In how many files of code each name is. */
  #counts: ReadonlyMap<string, number> = new Map();
  #listed: Listed | undefined;
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
    });
  }

  async settled(): Promise<void> {
    await this.#counting;
  }

  dispose(): void {
    this.#isDisposed = true;
  }

  async #countNew(guidance: Guidance, files: WorkspaceFiles): Promise<void> {
    const { host, workspace, turns } = this.#options;
    this.#counted = guidance;
    const symbols = new Set(this.#naming(guidance).flatMap(({ names }) => names.symbols));
    const fresh = [...symbols].filter((symbol) => !this.#counts.has(symbol));
    if (fresh.length === 0) return;
    const counts = await countFiles(fresh, {
      host,
      root: workspace.root,
      turns,
      paths: this.#listedIn(files).code,
      isCancelled: () => this.#isDisposed,
    });
    if (counts === undefined) return;
    this.#counts = new Map([...this.#counts, ...fresh.map((symbol, at) => [symbol, counts[at]!] as const)]);
  }

  #createIndex(guidance: Guidance, files: WorkspaceFiles): NamedIndex {
    const { code, finder } = this.#listedIn(files);
    const filesWith = (symbol: string) => this.#counts.get(symbol);
    return createNamedIndex({
      naming: this.#naming(guidance),
      guidance,
      filesWith,
      files: code.length,
      finder,
    });
  }

  #naming(guidance: Guidance) {
    const { workspace } = this.#options;
    return namingEntries(guidance).filter(({ entry }) =>
      workspace.reads('names', relativePath(entry.uri, workspace.root) ?? ''),
    );
  }

  #listedIn(files: WorkspaceFiles): Listed {
    if (this.#listed?.of !== files)
      this.#listed = { of: files, code: filesOfCode(files.files), finder: createPathFinder(files.files) };
    return this.#listed;
  }
}

interface Listed {
  readonly of: WorkspaceFiles;
  readonly code: readonly string[];
  readonly finder: PathFinder;
}
