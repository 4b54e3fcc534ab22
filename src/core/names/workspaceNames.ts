import type { Guidance } from '../guidance/guidance';
import type { Entry } from '../guidance/model';
import type { WorkspaceFiles } from '../guidance/workspaceFiles';
import type { WorkspaceGuidance } from '../guidance/workspaceGuidance';
import type { Host } from '../host';
import { relativePath } from '../text/links';
import { inTurns, type Turns } from '../turns';
import { countFiles, filesOfCode } from './countFiles';
import { createNamedIndex, type NamedIndex, namesNothing, type NamingText, namingTexts } from './namedIndex';
import { createPathFinder, type PathFinder } from './pathFinder';
import { type ProseNames, proseNames } from './proseNames';

export interface WorkspaceNamesOptions {
  readonly host: Host;
  readonly workspace: WorkspaceGuidance;
  readonly turns: Turns;
}

/** More are nobody's. */
const mostNames = 20_000;

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
    // What is not saved yet counts, too, for who has seen names before.
    if (this.#counted !== undefined) this.count();
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
    const read = ({ entry, text }: NamingText) => {
      if (!this.#names.has(entry)) this.#names.set(entry, proseNames(text));
    };
    await inTurns(this.#texts(guidance), read, turns);
    const symbols = new Set(this.#naming(guidance).flatMap(({ names }) => names.symbols));
    const all = [...symbols].filter((symbol) => !this.#counts.has(symbol));
    const fresh = all.slice(0, Math.max(0, mostNames - this.#counts.size));
    if (fresh.length < all.length)
      host.log.info(
        `Of the names in guidance ${all.length - fresh.length} lead nowhere: there are too many.`,
      );
    const isCounting = fresh.length > 0 || this.#codeFiles === 0;
    const paths = isCounting ? filesOfCode(files.files) : [];
    const isCancelled = () => this.#isDisposed;
    const { root } = workspace;
    const counts = isCounting ? await countFiles(fresh, { host, root, turns, paths, isCancelled }) : [];
    if (counts === undefined) return;
    if (isCounting) this.#codeFiles = paths.length;
    // Also where nothing was counted, texts were read.
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

  /** Of the texts that were read, what they name. */
  #naming(guidance: Guidance) {
    return this.#texts(guidance).flatMap(({ entry, folderPath }) => {
      const names = this.#names.get(entry);
      return names === undefined ? [] : [{ entry, folderPath, names }];
    });
  }

  #texts(guidance: Guidance): readonly NamingText[] {
    const { workspace } = this.#options;
    return namingTexts(guidance).filter(({ entry }) =>
      workspace.reads('names', relativePath(entry.uri, workspace.root) ?? ''),
    );
  }
}
