import * as vscode from 'vscode';
import type { Concern } from '../../core/review/answer';
import type { PersonalState } from '../state/personalState';
import type { RecordFiles } from '../state/recordFiles';
import { branchOf } from '../state/repositoryKey';

export interface ConcernsOptions {
  readonly files: RecordFiles<Concern>;
  readonly personal: Pick<PersonalState, 'at'>;
}

/** The concerns that this person raised, kept by repository. */
export class Concerns implements vscode.Disposable {
  readonly #options: ConcernsOptions;
  readonly #changed = new vscode.EventEmitter<void>();
  /** This window kept one. */
  readonly onDidChange = this.#changed.event;

  constructor(options: ConcernsOptions) {
    this.#options = options;
  }

  /** Those of the branch that a workspace folder has checked out, oldest first, without deleted ones. Never rejects. */
  async in(folder: vscode.Uri): Promise<readonly Concern[]> {
    const [place, branch] = await Promise.all([this.#placeOf(folder), branchOf(folder)]);
    const kept = await this.#options.files.read(place);
    return kept
      .filter((concern) => concern.branch === branch && concern.state !== 'deleted')
      .toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
  }

  /** A new one, without an anchor and words yet. */
  async begin(folder: vscode.Uri): Promise<Pick<Concern, 'version' | 'id' | 'branch' | 'state'>> {
    const branch = await branchOf(folder);
    return {
      version: 1,
      id: crypto.randomUUID(),
      state: 'open',
      ...(branch !== undefined && { branch }),
    };
  }

  /**
   * Keeps a concern as it is now.
   *
   * @throws where the storage cannot be written
   */
  async keep(folder: vscode.Uri, concern: Omit<Concern, 'at'>): Promise<void> {
    await this.#options.files.write(await this.#placeOf(folder), { ...concern, at: now() });
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #placeOf(folder: vscode.Uri): Promise<readonly string[]> {
    return [(await this.#options.personal.at(folder)).repository];
  }
}

/** ISO 8601 in UTC. */
export function now(): string {
  return new Date().toISOString();
}

function startOf({ comments, at }: Concern): string {
  return comments[0]?.at ?? at;
}
