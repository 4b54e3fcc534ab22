import * as vscode from 'vscode';
import type { SetUpFile } from '../../core/authoring/setup/found';
import { say, sayFailed } from '../notice';

const scheme = 'leadlight-new';
/** Of the diff, by which it is closed again. */
const title = 'New Team Guidance';

/** Files that are not written yet, shown as what they would add. */
export class NewFiles implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #provider: vscode.Disposable;
  #shown = 0;

  constructor() {
    this.#provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) => this.#texts.get(uri.toString()) ?? '',
    });
  }

  /** Shows all of them as the diff that they would be. */
  async showAll(folder: vscode.Uri, files: readonly SetUpFile[]): Promise<void> {
    await this.close();
    const changes = files.map((file) => [uriOf(folder, file), undefined, this.#virtual(folder, file)]);
    await vscode.commands.executeCommand('vscode.changes', title, changes);
  }

  /** Shows one of them and leaves the keys where they are. */
  async showOne(folder: vscode.Uri, file: SetUpFile): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.#virtual(folder, file));
    await vscode.window.showTextDocument(document, { preview: true, preserveFocus: true });
  }

  /** Closes what was shown. */
  async close(): Promise<void> {
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
  #virtual(folder: vscode.Uri, file: SetUpFile): vscode.Uri {
    this.#shown += 1;
    const uri = uriOf(folder, file).with({ scheme, authority: '', query: String(this.#shown) });
    this.#texts.set(uri.toString(), file.text);
    return uri;
  }
}

/**
 * Writes new files by one edit that undo takes back, and shows the first one where to go on. Where one of them is there
 * by now, none is written. Says how it went, and resolves to whether they were written.
 */
export async function writeNewFiles(folder: vscode.Uri, files: readonly SetUpFile[]): Promise<boolean> {
  for (const file of files) {
    if (!(await isThere(uriOf(folder, file)))) continue;
    say(`${file.path} was created meanwhile, so nothing was written. Run the command again.`);
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const file of files)
    edit.createFile(uriOf(folder, file), { contents: new TextEncoder().encode(file.text) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    sayFailed('The files could not all be written.');
    return false;
  }
  const [main] = files;
  if (main === undefined) return true;
  const { line, character } = main.cursor;
  const document = await vscode.workspace.openTextDocument(uriOf(folder, main));
  const at = new vscode.Position(line, character);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
  return true;
}

function uriOf(folder: vscode.Uri, { path }: SetUpFile): vscode.Uri {
  return vscode.Uri.joinPath(folder, path);
}

function isThere(uri: vscode.Uri): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}
