import * as vscode from 'vscode';
import type { HereResult } from '../core/features/here';
import { debounce } from './debounce';
import { isReadable, isSource } from './documents';
import { Latest } from './latest';
import type { Place } from './link/server';
import type { ServerLink } from './link/serverLink';
import { isOn, onDidChangeSettings } from './settings';
import type { Marks } from './state/marks';
import type { PersonalState } from './state/personalState';

const cursorDelayMs = 150;

/** What governs the text in the active editor, without what this person muted. */
export interface HereState {
  readonly document: vscode.TextDocument;
  readonly repository: string;
  readonly here: HereResult;
}

/** Follows the active editor and its cursor; the view and the status bar show what it finds. */
export class Here implements vscode.Disposable {
  readonly #options: { readonly link: ServerLink; readonly personal: PersonalState };
  readonly #changed = new vscode.EventEmitter<HereState | undefined>();
  /** Fires with the new state; without one when there is nothing to follow. */
  readonly onDidChange = this.#changed.event;
  readonly #latest = new Latest();
  readonly #soon = debounce(cursorDelayMs, () => void this.#follow());
  readonly #listeners: vscode.Disposable;
  #state: HereState | undefined;
  #last: Place | undefined;

  constructor(options: { readonly link: ServerLink; readonly personal: PersonalState }) {
    this.#options = options;
    const follow = () => void this.#follow();
    this.#listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(follow),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#soon.call();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) this.#soon.call();
      }),
      options.link.onDidChangeGuidance(follow),
      options.link.onDidChangeState(follow),
      options.personal.onDidChange(follow),
      onDidChangeSettings(follow),
    );
  }

  get state(): HereState | undefined {
    return this.#state;
  }

  dispose(): void {
    vscode.Disposable.from(this.#listeners, this.#latest, this.#soon, this.#changed).dispose();
  }

  async #follow(): Promise<void> {
    const token = this.#latest.next();
    const state = await this.#look(token);
    if (token.isCancellationRequested) return;
    this.#state = state;
    this.#changed.fire(state);
  }

  async #look(token: vscode.CancellationToken): Promise<HereState | undefined> {
    const { link, personal } = this.#options;
    const place = this.#place();
    if (place === undefined) return undefined;
    const { document } = place;
    // Its tab gave way to another one, such as the source that a person opened from the view.
    if (document.isClosed) return this.#state;
    if (!isOn('here', document) && !isOn('statusBar', document)) return undefined;
    const here = await link.here(place, token);
    if (here === undefined) return undefined;
    const { repository, marks } = await personal.at(document.uri);
    return { document, repository, here: withoutMuted(here, marks) };
  }

  /**
   * Where the cursor is. While a person looks at the output, or at the source of what they saw here,
   * that is the place where they were before.
   */
  #place(): Place | undefined {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) this.#last = undefined;
    else if (isReadable(editor.document) && !(this.#last !== undefined && isSource(editor.document)))
      this.#last = { document: editor.document, position: editor.selection.active };
    return this.#last;
  }
}

function withoutMuted(here: HereResult, marks: Marks): HereResult {
  const isWanted = ({ key }: { readonly key: string }) => marks.get(key) !== 'muted';
  return { ...here, line: here.line.filter(isWanted), file: here.file.filter(isWanted) };
}
