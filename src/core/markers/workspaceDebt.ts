import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI, Utils } from 'vscode-uri';
import type { DebtMarker } from '../features/debt';
import { createIsMe, type DebtGround, debtMarkers } from '../features/debtMarkers';
import type { BranchChanges, Git } from '../git';
import { dayOf } from '../text/day';
import type { Blames } from './blames';
import { BranchState } from './branchState';
import { type FileAges, MarkerAges } from './markerAges';
import { newMarkers } from './newMarkers';
import type { ScannedMarker } from './scanner';
import { type FileMarkers, WorkspaceMarkers, type WorkspaceMarkersOptions } from './workspaceMarkers';

export interface WorkspaceDebtOptions extends WorkspaceMarkersOptions {
  /** `undefined` where git may not be asked, or is not there. */
  git(): Git | undefined;
  blames(): Blames | undefined;
  /** Lets other work of this process go first. */
  pause?: (() => Promise<void>) | undefined;
}

/** The longest that markers are judged in one go, in milliseconds. */
const longestTurn = 8;

/** What the markers of a file were judged by, and the outcome. */
interface Judged {
  readonly ground: Ground;
  readonly onDisk: readonly ScannedMarker[] | undefined;
  readonly ages: FileAges | undefined;
  readonly markers: readonly DebtMarker[];
}

interface Ground extends DebtGround {
  readonly changes: BranchChanges | undefined;
  readonly key: readonly unknown[];
}

interface List {
  readonly version: number;
  readonly ground: Ground;
  readonly markers: Promise<readonly DebtMarker[]>;
}

/** The debt of one workspace folder: its markers, judged when they are asked for and remembered until something changes. */
export class WorkspaceDebt {
  readonly markers: WorkspaceMarkers;
  readonly branch: BranchState;
  readonly #options: WorkspaceDebtOptions;
  readonly #ages: MarkerAges;
  readonly #judged = new WeakMap<readonly ScannedMarker[], Judged>();
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
    this.#ages = new MarkerAges({ host, blames, uriOf: (path) => this.#uriOf(path), onDidChange });
  }

  /** Something that answers are made of is another. */
  changed(): void {
    this.#version += 1;
    this.#options.onDidChange();
  }

  /** Files came, went or changed on disk; paths relative to the folder. They count with the next update. */
  touch(paths: readonly string[]): void {
    if (paths.length > 0) this.branch.markStale();
    if (paths.some((path) => path.startsWith('.git/'))) this.gitChanged();
    this.markers.touch(paths);
  }

  /** There is another git than before, or it says something else. */
  gitChanged(): void {
    this.branch.markStale();
    this.#ages.forget();
  }

  /** Tells which markers of an open file the current branch added; asked about each of them once, in order. */
  newIn(path: string, document: TextDocument): (marker: ScannedMarker) => boolean | undefined {
    const onDisk = this.markers.onDisk(path);
    return newMarkers({ path, document, ...(onDisk && { onDisk }) }, this.branch.changes);
  }

  /** All markers, suppressions too, in no order; the same list while nothing changes. */
  all(me: readonly string[]): Promise<readonly DebtMarker[]> {
    const ground = this.#groundFor(me);
    const known = this.#list;
    if (known?.version === this.#version && known.ground === ground) return known.markers;
    const markers = this.#judgeAll(ground);
    this.#list = { version: this.#version, ground, markers };
    return markers;
  }

  /**
   * Asks git when markers were written: all of them, or those that a policy lets expire. Returns in how many files
   * with such markers that is known.
   */
  wantAges(which: 'all' | 'expiring'): { done: number; files: number; partial: string | undefined } {
    const files = this.markers.files().filter((file) => which === 'all' || this.#mayExpire(file));
    if (this.#options.git() !== undefined) this.#ages.want(files);
    const known = files.flatMap((file) => this.#ages.of(file) ?? []);
    return {
      done: known.length,
      files: files.length,
      partial: known.find(({ partial }) => partial !== undefined)?.partial,
    };
  }

  dispose(): void {
    this.markers.dispose();
    this.#ages.want([]);
  }

  async #judgeAll(ground: Ground): Promise<readonly DebtMarker[]> {
    const { host, pause } = this.#options;
    const now = () => host.now().getTime();
    const all: DebtMarker[] = [];
    let begun = now();
    for (const file of this.markers.files()) {
      for (const marker of this.#judgedIn(file, ground)) all.push(marker);
      if (pause === undefined || now() - begun < longestTurn) continue;
      await pause();
      begun = now();
    }
    return all;
  }

  #judgedIn(file: FileMarkers, ground: Ground): readonly DebtMarker[] {
    const known = this.#judged.get(file.markers);
    const { path, markers, onDisk } = file;
    const ages = this.#ages.of(file);
    if (known?.ground === ground && known.onDisk === onDisk && known.ages === ages) return known.markers;
    const isNew = newMarkers(file, ground.changes);
    const since = (marker: ScannedMarker) => ages?.dayOf(marker, ground.today);
    const judged = debtMarkers({ uri: this.#uriOf(path), path, markers, isNew, since }, ground);
    this.#judged.set(markers, { ground, onDisk, ages, markers: judged });
    return judged;
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

  #uriOf(path: string): string {
    return Utils.joinPath(URI.parse(this.#options.workspace.root), path).toString();
  }
}
