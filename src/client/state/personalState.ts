import * as vscode from 'vscode';
import type { Card } from '../../core/features/card';
import { folderOf } from '../documents';
import { type Mark, type MarkedEntry, type Marks, marksOf, readMarks, withMark, withoutMarks } from './marks';
import { repositoryKey } from './repositoryKey';

export const marksKey = 'leadlight.marks';

/** A card, and the repository that it was shown in. */
export interface HeldCard {
  readonly card: Pick<Card, 'key' | 'kind' | 'title' | 'source'>;
  readonly repository: string;
}

/** What this person folded and muted, on all their machines: it is kept in synchronised global state. */
export class PersonalState implements vscode.Disposable {
  readonly #store: vscode.ExtensionContext['globalState'];
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  /** Promised keys, by the folder's URI. */
  readonly #repositories = new Map<string, Promise<string>>();

  constructor(store: vscode.ExtensionContext['globalState']) {
    this.#store = store;
  }

  /** The repository that a document belongs to (`''` where no folder is open), and the marks that hold in it. */
  async at(uri: vscode.Uri): Promise<{ readonly repository: string; readonly marks: Marks }> {
    const folder = folderOf(uri);
    const repository = folder === undefined ? '' : await this.#repositoryOfFolder(folder);
    return { repository, marks: marksOf(this.#read(), repository) };
  }

  /** All that is marked in the repositories of the open folders. */
  async marked(): Promise<readonly MarkedEntry[]> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const repositories = await Promise.all(folders.map((folder) => this.#repositoryOfFolder(folder)));
    return this.#read().filter(({ repository }) => repositories.includes(repository));
  }

  async mark({ card, repository }: HeldCard, mark: Mark): Promise<void> {
    const { key, kind, title } = card;
    await this.#write(withMark(this.#read(), { repository, key, kind, title, mark }));
  }

  async bringBack(entries: readonly Pick<MarkedEntry, 'repository' | 'key'>[]): Promise<void> {
    await this.#write(withoutMarks(this.#read(), entries));
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #repositoryOfFolder({ uri }: vscode.WorkspaceFolder): Promise<string> {
    const known = this.#repositories.get(uri.toString());
    if (known !== undefined) return known;
    const key = repositoryKey(uri);
    this.#repositories.set(uri.toString(), key);
    return key;
  }

  #read(): readonly MarkedEntry[] {
    return readMarks(this.#store.get(marksKey));
  }

  async #write(all: readonly MarkedEntry[]): Promise<void> {
    await this.#store.update(marksKey, all);
    this.#changed.fire();
  }
}
