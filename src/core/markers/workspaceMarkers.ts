import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Cancel } from '../cancel';
import type { DebtScan, ScanOptions } from '../features/debt';
import { guidanceFolderOf } from '../guidance/sourceFiles';
import type { Guidance } from '../guidance/guidance';
import type { WorkspaceGuidance } from '../guidance/workspaceGuidance';
import type { CancelSignal, Host } from '../host';
import type { Marker } from './marker';
import { toScannedMarker } from './scannedMarker';
import { staleFiles, type Stock } from './staleFiles';
import type { MarkerScanner, ScannedMarker, ScanTarget, SkippedFile } from './scanner';
import { type FolderPolicies, folderPolicies } from './folderPolicies';

export interface WorkspaceMarkersOptions {
  readonly host: Host;
  readonly workspace: WorkspaceGuidance;
  /** Asked for when something is scanned. */
  scanner(): MarkerScanner;
  /** The markers of an open document as it is now; the same list while nothing changes. */
  foundIn(document: TextDocument): readonly Marker[];
  /** Markers changed, or a scan went on. */
  onDidChange(): void;
}

/** The markers of a file as it is now. */
export interface FileMarkers {
  readonly path: string;
  /** The same list while nothing changes. */
  readonly markers: readonly ScannedMarker[];
  /** The document, where an editor holds the file. */
  readonly document?: TextDocument;
  /** Of an open document: what was found on disk. */
  readonly onDisk?: readonly ScannedMarker[];
}

/**
 * The markers of one workspace folder, kept up to date after the first scan. What is on disk is remembered by path,
 * and an open document stands in for its file, so that nothing is there twice.
 */
export class WorkspaceMarkers {
  readonly #options: WorkspaceMarkersOptions;
  readonly #onDisk = new Map<string, readonly ScannedMarker[]>();
  readonly #skipped = new Map<string, string>();
  readonly #open = new Map<string, TextDocument>();
  readonly #scanned = new WeakMap<readonly Marker[], readonly ScannedMarker[]>();
  readonly #touched = new Set<string>();
  #running: Cancel | undefined;
  #isDisposed = false;
  #stock: Stock | undefined;
  #policies: { readonly folders: Guidance['folders']; readonly of: FolderPolicies } | undefined;
  #state: DebtScan['state'] = 'never';
  #done = 0;
  #working: Promise<void> = Promise.resolve();
  #isUpdateWanted = false;

  constructor(options: WorkspaceMarkersOptions) {
    this.#options = options;
  }

  /** How far the scan is. */
  get scanned(): DebtScan {
    const counts = new Map<string, number>();
    for (const reason of this.#skipped.values()) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    const skipped = [...counts].map(([reason, count]) => ({ reason, count }));
    return { state: this.#state, done: this.#done, files: this.#stock?.files.length ?? 0, skipped };
  }

  get skipped(): readonly SkippedFile[] {
    return [...this.#skipped].map(([path, reason]) => ({ path, reason }));
  }

  /** What is looked for, and what holds for it; the same while the guidance is. */
  get policies(): FolderPolicies {
    const { guidance } = this.#options.workspace;
    if (this.#policies?.folders !== guidance.folders) {
      this.#policies = { folders: guidance.folders, of: folderPolicies(guidance) };
    }
    return this.#policies.of;
  }

  /** What was found in a file on disk; `undefined` where nothing was. */
  onDisk(path: string): readonly ScannedMarker[] | undefined {
    return this.#onDisk.get(path);
  }

  /** The files with markers, in no order. */
  files(): readonly FileMarkers[] {
    const files: FileMarkers[] = [];
    for (const [path, markers] of this.#onDisk) if (!this.#open.has(path)) files.push({ path, markers });
    for (const [path, document] of this.#open) {
      const markers = this.#counts(path) ? this.#scannedIn(document) : [];
      const onDisk = this.#onDisk.get(path);
      if (markers.length > 0) files.push({ path, markers, document, ...(onDisk && { onDisk }) });
    }
    return files;
  }

  /** Looks through all files. One that is cancelled keeps what it found. */
  async scan({ signal, onProgress }: ScanOptions = {}): Promise<DebtScan> {
    await this.#enqueue(async () => {
      await this.#options.workspace.settled();
      const stock = (this.#stock = this.#takeStock());
      this.#state = 'running';
      this.#done = 0;
      this.#touched.clear();
      const report = () => {
        onProgress?.(this.scanned);
        this.#options.onDidChange();
      };
      report();
      const isWhole = await this.#look(stock.files, { signal, onProgress: report });
      this.#state = isWhole ? 'done' : 'cancelled';
      if (isWhole) this.#done = stock.files.length;
      report();
    });
    // One that failed is logged, and is over.
    if (this.#state === 'running') this.#state = 'cancelled';
    return this.scanned;
  }

  /** Files came, went or changed, or the guidance did; paths relative to the folder. Resolves when that counts. */
  update(touched: readonly string[] = []): Promise<void> {
    for (const path of touched) this.#touched.add(path);
    if (this.#isUpdateWanted) return this.#working;
    this.#isUpdateWanted = true;
    return this.#enqueue(async () => {
      this.#isUpdateWanted = false;
      const changed = [...this.#touched];
      this.#touched.clear();
      if (this.#stock === undefined) return;
      const before = this.#stock;
      const now = (this.#stock = this.#takeStock());
      const isGone = this.#forget(before.files, now.files);
      // After a cancel nobody wants all files looked at; those with markers must not show wrong ones.
      const isWhole = this.#state === 'done';
      const candidates = isWhole ? now.files : [...this.#onDisk.keys()];
      const again = staleFiles(before, now, { named: changed, candidates });
      if (isWhole) this.#done = now.files.length;
      await this.#look(again);
      if (isGone || again.length > 0) this.#options.onDidChange();
    });
  }

  /** An editor holds the file; `undefined` when it closed. Counts at once. */
  setOpen(path: string, document: TextDocument | undefined): void {
    if (document === undefined) this.#open.delete(path);
    else this.#open.set(path, document);
    this.#options.onDidChange();
  }

  /** Resolves when all that was asked for until now is done. */
  settled(): Promise<void> {
    return this.#working;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#running?.abort();
  }

  #takeStock(): Stock {
    const { files: all } = this.#options.workspace;
    const known = this.#stock;
    const listed = all?.files ?? [];
    return {
      files: known?.listed === listed ? known.files : listed.filter((path) => !isGuidance(path)),
      policies: this.policies,
      listed,
    };
  }

  /** Drops what is not in the list any more. */
  #forget(before: readonly string[], now: readonly string[]): boolean {
    if (before === now) return false;
    const left = new Set(now);
    const gone = [...this.#onDisk.keys(), ...this.#skipped.keys()].filter((path) => !left.has(path));
    for (const path of gone) {
      this.#onDisk.delete(path);
      this.#skipped.delete(path);
    }
    return gone.length > 0;
  }

  /** Looks at files on disk. Returns whether it came to the end. */
  async #look(
    paths: readonly string[],
    { signal, onProgress }: { signal?: CancelSignal | undefined; onProgress?: () => void } = {},
  ): Promise<boolean> {
    const { workspace, scanner } = this.#options;
    const { policies } = this.#stock!;
    if (paths.length === 0) return true;
    const reported = new Set<string>();
    const running = (this.#running = new Cancel());
    if (signal?.aborted) running.abort();
    signal?.addEventListener('abort', () => running.abort());
    await scanner().scan({
      root: workspace.root,
      files: paths.map((path): ScanTarget => ({ path, tagSet: policies.tagSetOf(path) })),
      tagSets: policies.tagSets,
      signal: running.signal,
      onFile: ({ path, markers }) => {
        reported.add(path);
        this.#skipped.delete(path);
        this.#onDisk.set(path, markers);
      },
      onSkipped: ({ path, reason }) => {
        reported.add(path);
        this.#onDisk.delete(path);
        this.#skipped.set(path, reason);
      },
      onProgress: (done) => {
        if (onProgress === undefined) return;
        this.#done = done;
        onProgress();
      },
    });
    if (running.signal.aborted) return false;
    const looked = new Set(paths);
    const known = [...this.#onDisk.keys(), ...this.#skipped.keys()];
    for (const path of known) {
      if (reported.has(path) || !looked.has(path)) continue;
      this.#onDisk.delete(path);
      this.#skipped.delete(path);
    }
    return true;
  }

  #scannedIn(document: TextDocument): readonly ScannedMarker[] {
    const found = this.#options.foundIn(document);
    let scanned = this.#scanned.get(found);
    if (scanned === undefined) {
      scanned = found.map((marker) => toScannedMarker(document, marker));
      this.#scanned.set(found, scanned);
    }
    return scanned;
  }

  /** What is ignored, a link, or guidance itself has no markers in an editor either. */
  #counts(path: string): boolean {
    const { files } = this.#options.workspace;
    if (isGuidance(path) || files?.isIgnored(path) === true) return false;
    return !(files?.links ?? []).some((link) => path === link || path.startsWith(`${link}/`));
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    const { host, workspace } = this.#options;
    this.#working = this.#working
      .then(() => (this.#isDisposed ? undefined : work()))
      .catch((error: unknown) =>
        host.log.error(`Looking for markers in ${workspace.root} failed: ${String(error)}`),
      );
    return this.#working;
  }
}

function isGuidance(path: string): boolean {
  return guidanceFolderOf(path) !== undefined;
}
