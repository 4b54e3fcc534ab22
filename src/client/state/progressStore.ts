import * as vscode from 'vscode';
import { noProgress, type Progress, readProgress } from './progress';

export const progressKey = 'leadlight.progress';

/**
 * How far this person is in walkthroughs, on all their machines: it is kept in synchronised global state. What cannot
 * be read is left as it is: then nothing is kept past this window.
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
    return read.kind === 'progress' ? read.progress : (this.#unkept ?? noProgress);
  }

  /** Why progress is not kept; `undefined` where it is. */
  get fault(): 'newer' | 'broken' | undefined {
    const { kind } = readProgress(this.#store.get(progressKey));
    return kind === 'progress' ? undefined : kind;
  }

  async change(change: (progress: Progress) => Progress): Promise<void> {
    const changed = change(this.progress);
    if (this.fault === undefined) await this.#store.update(progressKey, changed);
    else this.#unkept = changed;
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
