import type {
  DebtFormat,
  DebtMarker,
  DebtNode,
  DebtQuery,
  DebtResult,
  DebtScan,
  LeftOutFile,
  ScanOptions,
} from './features/debt';
import { DebtTrend, type TrendQuery } from './debtTrend';
import { debtPieces } from './features/debtExport';
import { compileFilter, countsOf, type SelectedFile } from './features/debtFilter';
import type { JudgedFile } from './features/debtMarkers';
import { debtNodes, markersByPlace } from './features/debtNodes';
import type { Meter } from './features/meter';
import { ownerAt } from './features/owners';
import type { Trend } from './features/trend';
import type { Git } from './git';
import type { CancelSignal, Host } from './host';
import { Blames } from './markers/blames';
import type { MarkerScanner } from './markers/scanner';
import { dayOf } from './text/day';
import { inTurns, type Turns } from './turns';
import type { WorkspaceFolders } from './workspaceFolders';

export interface DebtServiceOptions {
  readonly host: Host;
  readonly meter: Meter;
  readonly folders: WorkspaceFolders;
  readonly turns: Turns;
  /** `undefined` where git may not be asked, or is not there. */
  git(): Git | undefined;
  createScanner(): MarkerScanner;
  /** Who wrote the lines of a document is known now. */
  onDidBlame(): void;
  onDidChange(scan: DebtScan): void;
}

const withoutGit = 'Git is not there, or may not be asked before somebody trusts the workspace.';

export interface DebtExportQuery extends Pick<DebtQuery, 'filter' | 'me'> {
  readonly format: DebtFormat;
}

/** What the service answers about the debt of all workspace folders. */
export class DebtService {
  readonly trend: DebtTrend;
  readonly #options: DebtServiceOptions;
  #scanner: MarkerScanner | undefined;
  #blames: Blames | undefined;
  #identity: Promise<readonly string[]> | undefined;
  #selected:
    | {
        readonly filter: string;
        readonly select: (file: JudgedFile) => SelectedFile;
        readonly known: WeakMap<JudgedFile, SelectedFile>;
      }
    | undefined;

  constructor(options: DebtServiceOptions) {
    this.#options = options;
    this.trend = new DebtTrend(options.folders);
  }

  /** Who wrote the lines of files; `undefined` without git. */
  get blames(): Blames | undefined {
    return this.#blames;
  }

  /** There is another git than before, or none any more. */
  gitChanged(): void {
    const { folders, git: current } = this.#options;
    const git = current();
    this.#blames?.dispose();
    this.#blames = git && new Blames({ git, onDidLoad: (uri) => this.#blamed(uri) });
    this.#identity = undefined;
    for (const { debt } of folders.all) debt.gitChanged();
    this.changed();
  }

  /** One scanner serves all folders. */
  scanner(): MarkerScanner {
    this.#scanner ??= this.#options.createScanner();
    return this.#scanner;
  }

  changed(): void {
    this.#options.onDidChange(this.progress());
  }

  /** How far the scans of all folders are. */
  progress(): DebtScan {
    const scans = this.#options.folders.all.map(({ debt }) => debt.markers.progress);
    const skipped = new Map<string, number | undefined>();
    for (const { reason, count } of scans.flatMap((scan) => scan.skipped))
      skipped.set(reason, count && (skipped.get(reason) ?? 0) + count);
    const states = (['running', 'never', 'cancelled', 'done'] as const).filter((state) =>
      scans.some((scan) => scan.state === state),
    );
    return {
      state: states[0] ?? 'never',
      done: scans.reduce((sum, { done }) => sum + done, 0),
      files: scans.reduce((sum, { files }) => sum + files, 0),
      skipped: [...skipped].map(([reason, count]) => ({ reason, ...(count && { count }) })),
    };
  }

  /** Looks for markers in all files; from then on they are kept up to date. */
  scan({ signal, onProgress }: ScanOptions = {}): Promise<DebtScan> {
    const { folders, meter } = this.#options;
    const report = () => onProgress?.(this.progress());
    return meter.measure('scanning for markers', async () => {
      void folders.lookAtHead();
      for (const { debt } of folders.all) {
        await debt.markers.scan({ ...(signal && { signal }), onProgress: report });
      }
      return this.progress();
    });
  }

  /** The files that the scan left out, folder by folder, by path. */
  leftOut(): readonly LeftOutFile[] {
    return this.#options.folders.all.flatMap(({ debt }) =>
      debt.markers.skipped
        .toSorted((a, b) => (a.path < b.path ? -1 : 1))
        .map((file) => ({ ...file, uri: debt.uriOf(file.path) })),
    );
  }

  /** All markers, suppressions too, in no order. */
  async all(me: readonly string[]): Promise<readonly DebtMarker[]> {
    return (await this.#files(me)).flatMap(({ markers }) => markers);
  }

  /** The handles of the reader: those that are told, or else what git knows of who commits here. */
  async reader(me: readonly string[]): Promise<readonly string[]> {
    return me.length > 0 ? me : this.#fromGit();
  }

  /** One level of the markers of the workspace, as far as they were found; less than that when cancelled. */
  query(query: DebtQuery, signal?: CancelSignal): Promise<DebtResult> {
    return this.#options.meter.measure('listing debt', () => this.#answer(query, signal));
  }

  async #answer(query: DebtQuery, signal: CancelSignal | undefined): Promise<DebtResult> {
    const { groupBy, filter } = query;
    const bases = filter.branch ? await this.#branchBases() : undefined;
    const ages = this.#ages(groupBy === 'age' ? 'all' : 'expiring');
    const files = await this.#select(query, signal);
    const roots = this.#options.folders.all.map(({ root }) => root);
    const today = dayOf(this.#options.host.now());
    const nodes = debtNodes(files, { ...query, today, roots });
    return {
      nodes: nodes.map((node) => this.#withOwner(node, today)),
      ...countsOf(files),
      scan: this.progress(),
      ...(ages && { ages }),
      ...(bases && { bases }),
    };
  }

  /** Who owns the file of a node is asked only of what is shown. */
  #withOwner(node: DebtNode, today: string): DebtNode {
    if (node.kind === 'more') return node;
    const uri = node.kind === 'marker' ? node.marker.uri : node.uri;
    const file = uri === undefined || uri.endsWith('/') ? undefined : this.#options.folders.fileAt(uri);
    const owner = file && ownerAt(file.folder.guidance.guidance, file.path, today);
    return owner === undefined ? node : { ...node, owner };
  }

  /** The markers that fit a filter as text, by path and line; empty when cancelled. */
  async export({ filter, me, format }: DebtExportQuery, signal?: CancelSignal): Promise<string> {
    if (filter.branch) await this.#branchBases();
    const files = await this.#select({ filter, me }, signal);
    const sorted = files.toSorted((a, b) => (a.uri < b.uri ? -1 : 1));
    const pieces: string[] = [];
    const text = debtPieces(markersByPlace(sorted), format);
    await inTurns(text, (piece) => void pieces.push(piece), { ...this.#options.turns, signal });
    return signal?.aborted ? '' : pieces.join('');
  }

  /** Markers over time in all folders that git tells of; `undefined` where there is none, or when cancelled. */
  async readTrend(query: Omit<TrendQuery, 'today'> = {}): Promise<Trend | undefined> {
    const git = this.#options.git();
    return git && this.trend.read(git, { ...query, today: dayOf(this.#options.host.now()) });
  }

  dispose(): void {
    this.#blames?.dispose();
    this.#scanner?.dispose();
  }

  /** Folders of the workspace may lie inside each other: a file belongs to the innermost. */
  async #files(me: readonly string[]): Promise<readonly JudgedFile[]> {
    const { folders } = this.#options;
    const reader = await this.reader(me);
    const lists = await Promise.all(
      folders.all.map(async (folder) => {
        const files = await folder.debt.all(reader);
        return folders.hasInside(folder) ? files.filter(({ uri }) => folders.owns(folder, uri)) : files;
      }),
    );
    return lists.length === 1 ? lists[0]! : lists.flat();
  }

  /** What a filter leaves of a file is remembered until another filter is asked for. */
  async #select(
    { filter, me }: Pick<DebtQuery, 'filter' | 'me'>,
    signal: CancelSignal | undefined,
  ): Promise<readonly SelectedFile[]> {
    const files = await this.#files(me);
    const text = JSON.stringify(filter);
    if (this.#selected?.filter !== text) {
      this.#selected = { filter: text, select: compileFilter(filter), known: new WeakMap() };
    }
    const { select, known } = this.#selected;
    const selected: SelectedFile[] = [];
    const take = (file: JudgedFile) => {
      const before = known.get(file);
      const now = before ?? select(file);
      if (before === undefined) known.set(file, now);
      selected.push(now);
    };
    await inTurns(files, take, { ...this.#options.turns, signal });
    return selected;
  }

  #blamed(uri: string): void {
    const file = this.#options.folders.fileAt(uri);
    if (file?.folder.debt.markers.isOpen(file.path) !== true) return;
    file.folder.debt.changed();
    this.#options.onDidBlame();
  }

  /** What is known of the ages that are wanted, while more is asked for; `undefined` where none are. */
  #ages(which: 'all' | 'expiring'): DebtResult['ages'] {
    const folders = this.#options.folders.all.map(({ debt }) => debt.wantAges(which));
    const files = folders.reduce((sum, folder) => sum + folder.files, 0);
    if (files === 0) return undefined;
    const done = folders.reduce((sum, folder) => sum + folder.done, 0);
    const partial =
      this.#options.git() === undefined
        ? withoutGit
        : folders.find((folder) => folder.partial !== undefined)?.partial;
    return { done, files, ...(partial !== undefined && { partial }) };
  }

  /** What the branches of the folders left, once it is known what they added. */
  async #branchBases(): Promise<readonly string[]> {
    const branches = this.#options.folders.all.map(({ debt }) => debt.branch);
    await Promise.all(branches.map((branch) => branch.refresh()));
    return [...new Set(branches.flatMap(({ changes }) => changes?.base ?? []))];
  }

  /** Who reads, where no setting says it: git's e-mail address. */
  #fromGit(): Promise<readonly string[]> {
    const root = this.#options.folders.all[0]?.root;
    const git = this.#options.git();
    if (git === undefined || root === undefined) return Promise.resolve([]);
    this.#identity ??= git
      .identity(root)
      .then((identity) => (identity === undefined ? [] : [identity.email]));
    return this.#identity;
  }
}
