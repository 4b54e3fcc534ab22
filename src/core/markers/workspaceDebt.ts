import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI, Utils } from 'vscode-uri';
import type { DebtMarker } from '../features/debt';
import { createIsMe, type DebtGround, debtMarkers } from '../features/debtMarkers';
import type { Git } from '../git';
import { dayOf } from '../text/day';
import { BranchState } from './branchState';
import { newMarkers } from './newMarkers';
import type { ScannedMarker } from './scanner';
import { type FileMarkers, WorkspaceMarkers, type WorkspaceMarkersOptions } from './workspaceMarkers';

export interface WorkspaceDebtOptions extends WorkspaceMarkersOptions {
  git(): Git | undefined;
  /** Lets other work of this process go first. */
  pause?: (() => Promise<void>) | undefined;
}

/** The longest that markers are judged in one go, in milliseconds. */
const longestTurn = 8;

/** What the markers of a file were judged by, and the outcome. */
interface Judged {
  readonly ground: Ground;
  readonly onDisk: readonly ScannedMarker[] | undefined;
  readonly markers: readonly DebtMarker[];
}

interface Ground extends DebtGround {
  readonly key: readonly unknown[];
}

/** The debt of one workspace folder: its markers, judged as they are asked for and remembered until something changes. */
export class WorkspaceDebt {
  readonly markers: WorkspaceMarkers;
  readonly branch: BranchState;
  readonly #options: WorkspaceDebtOptions;
  readonly #judged = new WeakMap<readonly ScannedMarker[], Judged>();
  #ground: Ground | undefined;
  /** Grows with everything that can change an answer. */
  #version = 0;
  #list:
    | { readonly version: number; readonly ground: Ground; readonly markers: Promise<readonly DebtMarker[]> }
    | undefined;

  constructor(options: WorkspaceDebtOptions) {
    this.#options = options;
    const onDidChange = () => {
      this.#version += 1;
      options.onDidChange();
    };
    this.markers = new WorkspaceMarkers({ ...options, onDidChange });
    this.branch = new BranchState({ folder: options.workspace.root, git: options.git, onDidChange });
  }

  /** Files came, went or changed on disk; paths relative to the folder. They count with the next update. */
  touch(paths: readonly string[]): void {
    if (paths.length > 0) this.branch.markStale();
    this.markers.touch(paths);
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
    if (known?.ground === ground && known.onDisk === file.onDisk) return known.markers;
    const { path, markers, onDisk } = file;
    const uri = Utils.joinPath(URI.parse(this.#options.workspace.root), path).toString();
    const isNew = newMarkers(file, this.branch.changes);
    const judged = debtMarkers({ uri, path, markers, isNew, since: () => undefined }, ground);
    this.#judged.set(markers, { ground, onDisk, markers: judged });
    return judged;
  }

  /** The same object while nothing in it changes. */
  #groundFor(me: readonly string[]): Ground {
    const { host, workspace } = this.#options;
    const { guidance } = workspace;
    const today = dayOf(host.now());
    const policies = this.markers.policies;
    const key = [guidance.folders, policies, today, this.branch.changes, me.join('\n')];
    if (this.#ground?.key.every((part, at) => part === key[at]) === true) return this.#ground;
    this.#ground = { guidance, policies, today, isMe: createIsMe(me), key };
    return this.#ground;
  }

  dispose(): void {
    this.markers.dispose();
  }
}
