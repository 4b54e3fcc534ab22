import * as vscode from 'vscode';
import { debounce } from '../debounce';
import { folderOf, isReadable } from '../documents';
import { Latest } from '../latest';
import type { ServerLink } from '../link/serverLink';
import { say } from '../notice';
import { followLink } from '../walkthrough/followLink';
import type { PageMessage } from '../walkthrough/pageMessage';
import { PlayerPage } from '../walkthrough/playerPage';
import { entryHtml, type ShownEntry } from './entryHtml';

/** Short enough to be there when a person looks up, and long enough to leave a fast typist alone. */
const pause = 100;

/**
 * The card of the entry that is written, beside its source, as it will look on code. It follows the cursor and what is
 * typed; while the text cannot be read, the last card stays and says so.
 */
export class EntryPreview implements vscode.Disposable {
  readonly #link: Pick<ServerLink, 'entryPreview' | 'onDidChangeGuidance'>;
  readonly #page: PlayerPage;
  readonly #latest = new Latest();
  #listeners: vscode.Disposable | undefined;
  #source: vscode.TextEditor | undefined;
  #shown: ShownEntry = { title: '', html: '' };

  constructor(extension: vscode.Uri, link: Pick<ServerLink, 'entryPreview' | 'onDidChangeGuidance'>) {
    this.#link = link;
    this.#page = new PlayerPage({
      extension,
      viewType: 'leadlight.entryPreview',
      name: 'Preview',
      onMessage: (message) => void this.#answer(message),
      onDidChange: () => undefined,
      onDidClose: () => this.#stop(),
    });
  }

  /** Opens the page beside the source in the active editor. */
  async open(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const answer = editor && (await this.#ask(editor));
    if (editor === undefined || answer === undefined)
      return say('Open a file that guidance is written in first: in .leadlight, or a decision record.');
    this.#listeners ??= this.#listen();
    this.#source = editor;
    if (answer.kind === 'card') this.#shown = answer;
    else this.#shown = { title: '', html: '', stale: answer.why };
    this.#page.open('', { quietly: true, viewColumn: vscode.ViewColumn.Beside });
    this.#draw();
  }

  dispose(): void {
    this.#stop();
    this.#latest.dispose();
    this.#page.dispose();
  }

  /** Nobody pays for it who looks at none. */
  #listen(): vscode.Disposable {
    const follow = debounce(pause, () => void this.#follow());
    return vscode.Disposable.from(
      follow,
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#look(textEditor, follow)),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && this.#look(editor, follow)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#source?.document) follow.call();
      }),
      this.#link.onDidChangeGuidance(() => follow.call()),
    );
  }

  /** The page stays with the last source: code beside it has no entries. */
  #look(editor: vscode.TextEditor, follow: { call(): void }): void {
    if (
      editor.document !== this.#source?.document &&
      !/\.(?:ya?ml|mdx?|markdown)$/i.test(editor.document.uri.path)
    )
      return;
    this.#source = editor;
    follow.call();
  }

  async #follow(): Promise<void> {
    const source = this.#source;
    const answer = source && (await this.#ask(source));
    if (answer === undefined || source !== this.#source || !this.#page.isOpen) return;
    this.#shown =
      answer.kind === 'card'
        ? answer
        : {
            ...this.#shown,
            stale:
              this.#shown.html === ''
                ? answer.why
                : `${answer.why} This is the last card that could be read.`,
          };
    this.#draw();
  }

  #ask({ document, selection }: vscode.TextEditor) {
    if (!isReadable(document)) return undefined;
    return this.#link.entryPreview({ document, position: selection.active }, this.#latest.next());
  }

  #draw(): void {
    const { title } = this.#shown;
    this.#page.draw({
      title: title === '' ? 'Preview' : `Preview: ${title}`,
      key: '',
      step: title,
      html: entryHtml(this.#shown),
      said: this.#shown.stale ?? '',
    });
  }

  async #answer(message: PageMessage): Promise<void> {
    if (message.type === 'ready') return this.#draw();
    const folder = this.#source && folderOf(this.#source.document.uri);
    if (message.type !== 'link' || folder === undefined) return;
    const why = await followLink(folder.uri, message, this.#page.beside);
    if (why !== undefined) say(why);
  }

  #stop(): void {
    this.#listeners?.dispose();
    this.#listeners = undefined;
  }
}
