import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Cancel, whileWanted } from '../cancel';
import type { DebtScan, ScanOptions } from '../features/debt';
import type { Guidance } from '../guidance/guidance';
import { guidanceFolderOf } from '../guidance/formats';
import type { WorkspaceGuidance } from '../guidance/workspaceGuidance';
import type { CancelSignal, Host } from '../host';
import type { PlacedMarker } from '../match/documentMatches';
import { DiskMarkers } from './diskMarkers';
import { type FolderPolicies, folderPolicies } from './folderPolicies';
import { skipReasons } from './scanFile';
import { toScannedMarker } from './scannedMarker';
import type { MarkerScanner, ScannedMarker, SkippedFile, SlowFile } from './scanner';
import { staleFiles, type Stock } from './staleFiles';

export interface WorkspaceMarkersOptions {
  readonly host: Host;
  readonly workspace: WorkspaceGuidance;
  /** Asked for when something is scanned. */
  scanner(): MarkerScanner;
  /** The markers of an open document as it is now; the same list while nothing changes. */
  foundIn(document: TextDocument): readonly PlacedMarker[];
  /** A file on disk took long to search. */
  onSlow?(file: SlowFile): void;
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
  readonly #disk = new DiskMarkers();
  readonly #open = new Map<string, TextDocument>();
  readonly #scanned = new WeakMap<readonly PlacedMarker[], readonly ScannedMarker[]>();
  readonly #touched = new Set<string>();
  #policies: { readonly folders: Guidance['folders']; readonly of: FolderPolicies } | undefined;
  #stock: Stock | undefined;
  #state: DebtScan['state'] = 'never';
  #done = 0;
  #working: Promise<void> = Promise.resolve();
  #isUpdateWanted = false;
  #running: Cancel | undefined;
  #isDisposed = false;

  constructor(options: WorkspaceMarkersOptions) {
    this.#options = options;
  }

  /** How far the scan is. */
  get progress(): DebtScan {
    const files = this.#stock?.files.length ?? 0;
    const unlisted = this.#options.workspace.files?.truncated ? [{ reason: skipReasons.unlisted }] : [];
    const skipped = [...this.#disk.reasons, ...unlisted];
    return { state: this.#state, done: this.#done, files, skipped };
  }

  get skipped(): readonly SkippedFile[] {
    return this.#disk.skipped;
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
    return this.#disk.files.get(path);
  }

  isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  /** The files with markers, in no order. */
  files(): readonly FileMarkers[] {
    const files: FileMarkers[] = [];
    for (const [path, markers] of this.#disk.files) {
      if (!this.#open.has(path)) files.push({ path, markers });
    }
    for (const [path, document] of this.#open) {
      const markers = this.mayHaveMarkers(path) ? this.#scannedIn(document) : [];
      const onDisk = this.onDisk(path);
      if (markers.length > 0) files.push({ path, markers, document, ...(onDisk && { onDisk }) });
    }
    return files;
  }

  /** Looks through all files. One that is cancelled keeps what it found. */
  async scan({ signal, onProgress }: ScanOptions = {}): Promise<DebtScan> {
    const report = () => {
      onProgress?.(this.progress);
      this.#options.onDidChange();
    };
    await this.#enqueue(async () => {
      await this.#options.workspace.settled();
      this.#touched.clear();
      this.#stock = this.#takeStock();
      const { files } = this.#stock;
      this.#disk.keep(new Set(files));
      this.#state = 'running';
      this.#done = 0;
      report();
      const isWhole = await this.#look(files, {
        signal,
        onProgress: (done) => {
          this.#done = done;
          report();
        },
      });
      if (isWhole) this.#done = files.length;
      this.#state = isWhole ? 'done' : 'cancelled';
    });
    // One that failed was logged, and is over.
    if (this.#state === 'running') this.#state = 'cancelled';
    report();
    return this.progress;
  }

  /** Files came, went or changed on disk; paths relative to the folder. They are looked at with the next update. */
  touch(paths: readonly string[]): void {
    for (const path of paths) this.#touched.add(path);
  }

  /** The files or the guidance may be others than before. Resolves when that counts. */
  update(): Promise<void> {
    if (this.#isUpdateWanted) return this.#working;
    this.#isUpdateWanted = true;
    return this.#enqueue(async () => {
      this.#isUpdateWanted = false;
      const named = [...this.#touched];
      this.#touched.clear();
      const before = this.#stock;
      // Nobody asked yet.
      if (before === undefined) return;
      const now = (this.#stock = this.#takeStock());
      const hasLost = before.files !== now.files && this.#disk.keep(new Set(now.files));
      // After a cancel nobody wants all files looked at; those with markers must not show wrong ones.
      const isWhole = this.#state === 'done';
      const candidates = isWhole ? now.files : [...this.#disk.files.keys()];
      const stale = staleFiles(before, now, { named, candidates });
      if (isWhole) this.#done = now.files.length;
      await this.#look(stale);
      if (hasLost || stale.length > 0) this.#options.onDidChange();
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

  /** What is ignored, behind a link, or guidance itself has no markers in an editor either. */
  mayHaveMarkers(path: string): boolean {
    const { files } = this.#options.workspace;
    if (isGuidance(path) || files?.isIgnored(path) === true) return false;
    return !(files?.links ?? []).some((link) => path === link || path.startsWith(`${link}/`));
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#running?.abort();
  }

  #takeStock(): Stock {
    const listed = this.#options.workspace.files?.files ?? [];
    const known = this.#stock;
    const files = known?.listed === listed ? known.files : listed.filter((path) => !isGuidance(path));
    return { listed, files, policies: this.policies };
  }

  /** Looks at files on disk. Returns whether it came to the end. */
  async #look(
    paths: readonly string[],
    { signal, onProgress }: { signal?: CancelSignal | undefined; onProgress?: (done: number) => void } = {},
  ): Promise<boolean> {
    if (paths.length === 0) return true;
    const running = (this.#running = new Cancel());
    if (signal?.aborted) running.abort();
    const { scanner, workspace, onSlow } = this.#options;
    const look = () =>
      this.#disk.look(scanner(), {
        root: workspace.root,
        paths,
        policies: this.#stock!.policies,
        signal: running.signal,
        onProgress,
        onSlow,
      });
    await whileWanted(signal, () => running.abort(), look);
    return !running.signal.aborted;
  }

  #scannedIn(document: TextDocument): readonly ScannedMarker[] {
    const found = this.#options.foundIn(document);
    let scanned = this.#scanned.get(found);
    if (scanned === undefined) {
      scanned = found.map(({ marker, policy, isExcused }) =>
        toScannedMarker(document, marker, isExcused ? [policy.entry!.id] : []),
      );
      this.#scanned.set(found, scanned);
    }
    return scanned;
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
