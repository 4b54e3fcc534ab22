import type { TextDocument } from 'vscode-languageserver-textdocument';
import { createIsMe, type DebtGround, debtMarkers, type JudgedFile } from './features/debtMarkers';
import type { BranchChanges, Git } from './git';
import { isTelling } from './headState';
import { dayOf } from './text/day';
import { inTurns, type Turns } from './turns';
import type { Blames } from './markers/blames';
import { BranchState } from './markers/branchState';
import { type FileAges, MarkerAges } from './markers/markerAges';
import { newMarkers } from './markers/newMarkers';
import type { ScannedMarker } from './markers/scanner';
import { type FileMarkers, WorkspaceMarkers, type WorkspaceMarkersOptions } from './markers/workspaceMarkers';
import { uriAt } from './text/uriAt';

export interface WorkspaceDebtOptions extends WorkspaceMarkersOptions {
  /** `undefined` where git may not be asked, or is not there. */
  git(): Git | undefined;
  blames(): Blames | undefined;
  readonly turns: Turns;
}

/** What the markers of a file were judged by, and the outcome. */
interface Judged {
  readonly ground: Ground;
  readonly onDisk: readonly ScannedMarker[] | undefined;
  readonly ages: FileAges | undefined;
  readonly file: JudgedFile;
}

interface Ground extends DebtGround {
  readonly changes: BranchChanges | undefined;
  readonly key: readonly unknown[];
}

interface List {
  readonly version: number;
  readonly ground: Ground;
  readonly files: Promise<readonly JudgedFile[]>;
}

/** The debt of one workspace folder: its markers, judged when they are asked for and remembered until something changes. */
export class WorkspaceDebt {
  readonly markers: WorkspaceMarkers;
  readonly branch: BranchState;
  readonly #options: WorkspaceDebtOptions;
  readonly #ages: MarkerAges;
  readonly #known = new WeakMap<readonly ScannedMarker[], Judged>();
  /** Grows with everything that can change an answer. */
  #version = 0;
  #ground: Ground | undefined;
  #list: List | undefined;

  constructor(options: WorkspaceDebtOptions) {
    this.#options = options;
    const onDidChange = () => this.changed();
    const { host, blames, git } = options;
    this.markers = new WorkspaceMarkers({ ...options, onDidChange });
    this.branch = new BranchState({ folder: options.workspace.root, git, onDidChange });
    this.#ages = new MarkerAges({ host, blames, uriOf: (path) => this.uriOf(path), onDidChange });
  }

  /** Something that answers are made of is another. */
  changed(): void {
    this.#version += 1;
    this.#options.onDidChange();
  }

  /** Files came, went or changed on disk; paths relative to the folder. They count with the next update. */
  touch(paths: readonly string[]): void {
    if (paths.some(isTelling)) this.branch.markStale();
    this.markers.touch(paths);
  }

  /** There is another git than before, or it says something else. */
  gitChanged(): void {
    this.branch.markStale();
    this.#options.blames()?.refresh();
    this.#ages.forget();
    this.changed();
  }

  /** Tells which markers of an open file the current branch added; asked about each of them once, in order. */
  newIn(path: string, document: TextDocument): (marker: ScannedMarker) => boolean | undefined {
    const onDisk = this.markers.onDisk(path);
    return newMarkers({ path, document, ...(onDisk && { onDisk }) }, this.branch.changes);
  }

  /** All files with markers, suppressions too, in no order; the same objects while nothing changes. */
  all(me: readonly string[]): Promise<readonly JudgedFile[]> {
    const ground = this.#groundFor(me);
    const known = this.#list;
    if (known?.version === this.#version && known.ground === ground) return known.files;
    const files = this.#judgeAll(ground);
    this.#list = { version: this.#version, ground, files };
    return files;
  }

  /**
   * Asks git when markers were written: all of them, or those that a policy lets expire. Returns in how many files
   * with such markers that is known.
   */
  wantAges(which: 'all' | 'expiring'): { done: number; files: number; partial: string | undefined } {
    const files = this.#filesWithAges(which);
    if (this.#options.git() !== undefined) this.#ages.want(files);
    const known = files.flatMap((file) => this.#ages.of(file) ?? []);
    return {
      done: known.length,
      files: files.length,
      partial: known.find(({ partial }) => partial !== undefined)?.partial,
    };
  }

  uriOf(path: string): string {
    return uriAt(this.#options.workspace.root, path);
  }

  dispose(): void {
    this.markers.dispose();
    this.#ages.want([]);
  }

  async #judgeAll(ground: Ground): Promise<readonly JudgedFile[]> {
    const files: JudgedFile[] = [];
    await inTurns(
      this.markers.files(),
      (file) => void files.push(this.#judged(file, ground)),
      this.#options.turns,
    );
    return files;
  }

  #judged(file: FileMarkers, ground: Ground): JudgedFile {
    const known = this.#known.get(file.markers);
    const { path, markers, onDisk } = file;
    const ages = this.#ages.of(file);
    if (known?.ground === ground && known.onDisk === onDisk && known.ages === ages) return known.file;
    const uri = this.uriOf(path);
    const isNew = newMarkers(file, ground.changes);
    const since = (marker: ScannedMarker) => ages?.dayOf(marker, ground.today);
    const judged = { uri, markers: debtMarkers({ uri, path, markers, isNew, since }, ground) };
    this.#known.set(markers, { ground, onDisk, ages, file: judged });
    return judged;
  }

  #filesWithAges(which: 'all' | 'expiring'): readonly FileMarkers[] {
    if (which === 'all') return this.markers.files();
    const { entries } = this.#options.workspace.guidance;
    if (!entries.some((entry) => entry.kind === 'marker' && entry.expires !== undefined)) return [];
    return this.markers.files().filter((file) => this.#mayExpire(file));
  }

  #mayExpire({ path, markers }: FileMarkers): boolean {
    return markers.some(
      ({ tag, due }) => due === undefined && this.markers.policies.policyOf(path, tag)?.expires !== undefined,
    );
  }

  /** The same object while nothing in it changes. */
  #groundFor(me: readonly string[]): Ground {
    const { host, workspace } = this.#options;
    const { guidance } = workspace;
    const today = dayOf(host.now());
    const { policies } = this.markers;
    const { changes } = this.branch;
    const key = [guidance.folders, today, changes, me.join('\n')];
    if (this.#ground?.key.every((part, at) => part === key[at]) === true) return this.#ground;
    this.#ground = { guidance, policies, today, changes, isMe: createIsMe(me), key };
    return this.#ground;
  }
}
