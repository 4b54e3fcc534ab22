import * as vscode from 'vscode';
import { noProgress, type Progress, readProgress } from './progress';

export const progressKey = 'leadlight.progress';
/** What was stored when a part of it could not be read. */
export const unreadableKey = 'leadlight.progress.unreadable';

/**
 * How far this person is in walkthroughs, on all their machines: it is kept in synchronised global state. What a newer
 * version wrote is left as it is: then nothing is kept past this window. What cannot be read is set aside, whole.
 */
export class ProgressStore implements vscode.Disposable {
  readonly #store: Pick<vscode.Memento, 'get' | 'update'>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #unkept: Progress | undefined;

  constructor(store: Pick<vscode.Memento, 'get' | 'update'>) {
    this.#store = store;
  }

  get progress(): Progress {
    const read = readProgress(this.#store.get(progressKey));
    return read.kind === 'newer' ? (this.#unkept ?? noProgress) : read.progress;
  }

  /** What is wrong with the progress that is stored; `undefined` where nothing is. */
  get fault(): 'newer' | 'broken' | undefined {
    const { kind } = readProgress(this.#store.get(progressKey));
    return kind === 'progress' ? undefined : kind;
  }

  async change(change: (progress: Progress) => Progress): Promise<void> {
    const changed = change(this.progress);
    const { fault } = this;
    if (fault === 'newer') this.#unkept = changed;
    else {
      if (fault === 'broken') await this.#store.update(unreadableKey, this.#store.get(progressKey));
      await this.#store.update(progressKey, changed);
    }
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
