import * as vscode from 'vscode';
import type { Concern } from '../../core/review/answer';
import { anchorAt, type AnchorText, readAnchorText } from '../../core/text/contentAnchor';
import { relativePath } from '../../core/text/links';
import { debounce } from '../debounce';
import { isOn, onDidChangeSettings } from '../settings';
import type { ConcernComment } from './concernComment';
import { type Concerns, now } from './concerns';
import { followLines } from './followLines';
import { isDraft, locate, renderConcern, showConcern, type ShownConcern } from './shownConcern';

/** As long as somebody types, threads stay where the editor has them. */
const settleMs = 300;

/**
 * The concerns of the open documents as threads of comments. The editor leaves a thread on its line whatever is
 * edited; here it follows its code, and where that is gone it goes to the top of the file and says so.
 */
export class ConcernThreads implements vscode.Disposable {
  readonly #concerns: Concerns;
  readonly #controller = vscode.comments.createCommentController('leadlight.concerns', 'Concerns');
  readonly #shown = new Map<vscode.CommentThread, ShownConcern>();
  readonly #settle = debounce(settleMs, () => this.#settleAll());
  readonly #listeners: vscode.Disposable;

  /** `again`: what is checked out may be another branch. */
  constructor(concerns: Concerns, again: vscode.Event<unknown>) {
    this.#concerns = concerns;
    this.#controller.options = { prompt: 'Reply', placeHolder: 'Say what would happen, and a way out' };
    const refresh = () => this.refresh();
    this.#listeners = vscode.Disposable.from(
      concerns.onDidChange(refresh),
      again(refresh),
      onDidChangeSettings(refresh),
      vscode.workspace.onDidChangeWorkspaceFolders(refresh),
      // Another window may have kept some meanwhile, or another branch be checked out.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && refresh()),
      vscode.workspace.onDidOpenTextDocument((document) => void this.#read(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      vscode.workspace.onDidSaveTextDocument((document) => void this.#keepAnchors(document)),
    );
    refresh();
  }

  /** Shows what is kept now. */
  refresh(): void {
    for (const document of vscode.workspace.textDocuments) void this.#read(document);
  }

  /** Opens a thread for a first comment on lines of a file of the workspace. */
  async raise(
    { document, selection }: Pick<vscode.TextEditor, 'document' | 'selection'>,
    item: string | undefined,
  ): Promise<void> {
    const place = placeOf(document);
    if (place === undefined) return;
    const { folder, path } = place;
    const begun = await this.#concerns.begin(folder);
    const start = selection.start.line;
    // A selection of whole lines ends where the next line begins.
    const end = Math.max(start, selection.end.line - (selection.end.character === 0 ? 1 : 0));
    const text = readAnchorText(document.getText());
    const anchor = anchorAt(text, { start, end });
    const followed = { start, lines: text.lines.slice(start, end + 1) };
    const concern = { ...begun, path, anchor, comments: [], ...(item !== undefined && { item }) };
    const shown = this.#show(document, text, { folder, concern, followed });
    // Where there is one comment, and it is a box, the editor moves into it.
    shown.thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
  }

  /** Adds what was said to a thread. */
  async say(thread: vscode.CommentThread, text: string): Promise<void> {
    const shown = this.#shown.get(thread);
    if (shown === undefined || text.trim() === '') return;
    this.#settleAll();
    await this.#keep(shown, ({ comments }) => ({ comments: [...comments, { text, at: now() }] }));
  }

  async setState(thread: vscode.CommentThread, state: Concern['state']): Promise<void> {
    const shown = this.#shown.get(thread);
    if (shown !== undefined) await this.#keep(shown, () => ({ state }));
  }

  /** Deletes a concern. Returns how to have it again; nothing where nothing was kept yet. */
  async remove(thread: vscode.CommentThread): Promise<(() => Promise<void>) | undefined> {
    const shown = this.#shown.get(thread);
    if (shown === undefined) return undefined;
    const { folder, concern } = shown;
    if (isDraft(concern)) return void this.#remove(shown);
    await this.#keep(shown, () => ({ state: 'deleted' }));
    return () => this.#concerns.keep(folder, concern);
  }

  /** Opens a concern at its place, or where its file begins. Tells whether the file could be opened. */
  async reveal(uri: vscode.Uri, { id }: Pick<Concern, 'id'>): Promise<boolean> {
    const document = await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
    if (document === undefined) return false;
    await this.#read(document);
    const shown = this.#of(document).find(({ concern }) => concern.id === id);
    const range = shown?.thread.range ?? new vscode.Range(0, 0, 0, 0);
    const editor = await vscode.window.showTextDocument(document, {
      selection: new vscode.Range(range.start, range.start),
    });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    if (shown) shown.thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    return true;
  }

  /** Lets a comment be edited, or ends that; what was typed meanwhile is dropped, and with it a draft. */
  setMode(comment: ConcernComment, mode: vscode.CommentMode): void {
    const shown = this.#shownWith(comment);
    if (shown === undefined) return;
    if (isDraft(shown.concern)) return this.#remove(shown);
    comment.mode = mode;
    comment.body = new vscode.MarkdownString(comment.said.text);
    shown.thread.comments = [...shown.thread.comments];
  }

  /** Keeps a comment as it was edited; without words left it goes, and with the last one its concern. */
  async change(comment: ConcernComment, text: string): Promise<void> {
    const shown = this.#shownWith(comment);
    if (shown === undefined) return;
    if (isDraft(shown.concern))
      return text.trim() === '' ? this.#remove(shown) : this.say(shown.thread, text);
    // The comment leaves its box, also where it says what it said before.
    shown.said = '';
    await this.#keep(shown, (kept) => {
      const comments = kept.comments.flatMap((said) => {
        if (said.at !== comment.said.at) return [said];
        return text.trim() === '' ? [] : [{ ...said, text }];
      });
      return comments.length === 0 ? { state: 'deleted' } : { comments };
    });
  }

  dispose(): void {
    vscode.Disposable.from(this.#listeners, this.#settle, this.#controller).dispose();
    this.#shown.clear();
  }

  /** Changes a concern as it is kept, also by another window, and not as it was when it was read here. */
  async #keep(
    shown: ShownConcern,
    change: (concern: Omit<Concern, 'at'>) => Partial<Concern>,
  ): Promise<void> {
    const { folder } = shown;
    const kept = (await this.#concerns.in(folder)).find(({ id }) => id === shown.concern.id);
    const before = kept === undefined ? shown.concern : { ...kept, anchor: shown.concern.anchor };
    const concern = { ...before, ...change(before) };
    await this.#concerns.keep(folder, concern);
    shown.concern = concern;
    if (concern.state === 'deleted') this.#remove(shown);
    else renderConcern(shown);
  }

  /** Makes the threads of a document those of the concerns that are kept for it. */
  async #read(document: vscode.TextDocument): Promise<void> {
    const place = placeOf(document);
    if (place === undefined) return;
    const { folder, path } = place;
    const all = isOn('review', document) ? await this.#concerns.in(folder) : [];
    if (document.isClosed) return;
    const wanted = new Map(all.filter((each) => each.path === path).map((each) => [each.id, each]));
    for (const shown of this.#of(document)) {
      const concern = wanted.get(shown.concern.id);
      wanted.delete(shown.concern.id);
      if (concern === undefined && !isDraft(shown.concern)) this.#remove(shown);
      // What another window kept counts; where the lines are, this one knows.
      if (concern !== undefined && !saysTheSame(shown.concern, concern)) {
        shown.concern = { ...concern, anchor: shown.concern.anchor };
        renderConcern(shown);
      }
    }
    if (wanted.size === 0) return;
    const text = readAnchorText(document.getText());
    for (const concern of wanted.values())
      this.#show(document, text, { folder, concern, followed: undefined });
  }

  #show(
    document: vscode.TextDocument,
    text: AnchorText,
    begun: Pick<ShownConcern, 'folder' | 'concern' | 'followed'>,
  ): ShownConcern {
    const shown = showConcern(this.#controller, { document, ...begun, ...locate(begun, text) });
    this.#shown.set(shown.thread, shown);
    return shown;
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    for (const shown of this.#of(document)) {
      for (const change of contentChanges)
        shown.followed = shown.followed && followLines(shown.followed, change);
      shown.isSettled = false;
      this.#settle.call();
    }
  }

  #settleAll(): void {
    const moved = [...this.#shown.values()].filter(({ isSettled }) => !isSettled);
    for (const document of new Set(moved.map((shown) => shown.document))) {
      const text = readAnchorText(document.getText());
      for (const shown of moved.filter((each) => each.document === document)) {
        Object.assign(shown, locate(shown, text), { isSettled: true });
        renderConcern(shown);
      }
    }
  }

  /** What is on disk now is what the next window finds. */
  async #keepAnchors(document: vscode.TextDocument): Promise<void> {
    const place = placeOf(document);
    const placed = this.#of(document).filter((shown) => !isDraft(shown.concern));
    if (place === undefined || placed.length === 0) return;
    this.#settleAll();
    for (const kept of await this.#concerns.in(place.folder)) {
      const shown = placed.find(({ concern }) => concern.id === kept.id);
      if (shown === undefined || !('span' in shown.place)) continue;
      const { anchor } = shown.concern;
      if (JSON.stringify(anchor) !== JSON.stringify(kept.anchor))
        await this.#concerns.keep(place.folder, { ...kept, anchor });
    }
  }

  #forget(document: vscode.TextDocument): void {
    for (const shown of this.#of(document)) this.#remove(shown);
  }

  #remove({ thread }: ShownConcern): void {
    this.#shown.delete(thread);
    thread.dispose();
  }

  #of(document: vscode.TextDocument): readonly ShownConcern[] {
    return [...this.#shown.values()].filter((shown) => shown.document === document);
  }

  #shownWith(comment: ConcernComment): ShownConcern | undefined {
    return [...this.#shown.values()].find(({ thread }) => thread.comments.includes(comment));
  }
}

/** The workspace folder of a document, and its path in it; `undefined` for what is no file of a folder. */
export function placeOf({
  uri,
}: vscode.TextDocument): { readonly folder: vscode.Uri; readonly path: string } | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  const path = folder && relativePath(uri.toString(), `${folder.toString().replace(/\/$/, '')}/`);
  return folder && path !== undefined ? { folder, path } : undefined;
}

function saysTheSame(one: Omit<Concern, 'at'>, other: Omit<Concern, 'at'>): boolean {
  return JSON.stringify([one.state, one.comments]) === JSON.stringify([other.state, other.comments]);
}
