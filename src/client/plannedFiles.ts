import * as vscode from 'vscode';

/** A file of a folder as it is to be. */
export interface PlannedFile {
  readonly path: string;
  /** As it is now; absent for a new file. */
  readonly before?: string;
  /** As it will be; absent where it goes. */
  readonly after?: string;
}

interface Shown {
  /** Of the addresses of texts that are in no file yet. */
  readonly scheme: `leadlight-${string}`;
  /** Of the diff, by which it is closed again. */
  readonly title: string;
}

/** Files that are not written yet, shown as what they would change. */
export class PlannedFiles implements vscode.Disposable {
  readonly #shown: Shown;
  readonly #texts = new Map<string, string>();
  readonly #provider: vscode.Disposable;
  #count = 0;

  constructor(shown: Shown) {
    this.#shown = shown;
    this.#provider = vscode.workspace.registerTextDocumentContentProvider(shown.scheme, {
      provideTextDocumentContent: (uri) => this.#texts.get(uri.toString()) ?? '',
    });
  }

  /** Shows all of them as the diff that they would be. */
  async showAll(folder: vscode.Uri, files: readonly PlannedFile[]): Promise<void> {
    await this.close();
    const changes = files.map((file) => {
      const uri = vscode.Uri.joinPath(folder, file.path);
      return [uri, file.before === undefined ? undefined : uri, this.#virtual(uri, file)];
    });
    await vscode.commands.executeCommand('vscode.changes', this.#shown.title, changes);
  }

  /** Shows one of them and leaves the keys where they are. */
  async showOne(folder: vscode.Uri, file: PlannedFile): Promise<void> {
    const uri = this.#virtual(vscode.Uri.joinPath(folder, file.path), file);
    if (uri === undefined) return;
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true, preserveFocus: true });
  }

  /** Closes what was shown. */
  async close(): Promise<void> {
    const { scheme, title } = this.#shown;
    const ours = vscode.window.tabGroups.all.flatMap(({ tabs }) =>
      tabs.filter(({ input, label }) =>
        input instanceof vscode.TabInputText ? input.uri.scheme === scheme : label.startsWith(title),
      ),
    );
    this.#texts.clear();
    if (ours.length > 0) await vscode.window.tabGroups.close(ours);
  }

  dispose(): void {
    this.#provider.dispose();
  }

  /** Another address each time: the editor remembers texts by theirs. */
  #virtual(file: vscode.Uri, { after }: PlannedFile): vscode.Uri | undefined {
    if (after === undefined) return undefined;
    this.#count += 1;
    const uri = file.with({ scheme: this.#shown.scheme, authority: '', query: String(this.#count) });
    this.#texts.set(uri.toString(), after);
    return uri;
  }
}
