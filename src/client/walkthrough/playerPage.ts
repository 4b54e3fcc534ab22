import * as vscode from 'vscode';
import { type PageMessage, readPageMessage } from './pageMessage';
import { pageShell } from './pageShell';

export interface PlayerPageOptions {
  readonly extension: vscode.Uri;
  readonly viewType: string;
  /** What it is called until it shows something. */
  readonly name: string;
  onMessage(message: PageMessage): void;
  /** It came, went, or is the active editor or no longer. */
  onDidChange(): void;
  onDidClose(): void;
}

/** What the page shows. */
export interface PageContent {
  readonly title: string;
  /** Key of the walkthrough, and id of the step. */
  readonly key: string;
  readonly step: string;
  readonly html: string;
  /** What screen readers read aloud. */
  readonly said: string;
}

/** The webview of the player. There is one at a time; a new one takes the place of the old one. */
export class PlayerPage implements vscode.Disposable {
  readonly #options: PlayerPageOptions;
  readonly #media: vscode.Uri;
  #panel: vscode.WebviewPanel | undefined;

  constructor(options: PlayerPageOptions) {
    this.#options = options;
    this.#media = vscode.Uri.joinPath(options.extension, 'media', 'player');
  }

  get isOpen(): boolean {
    return this.#panel !== undefined;
  }

  get isActive(): boolean {
    return this.#panel?.active === true;
  }

  /** The column that is not the page's. */
  get beside(): vscode.ViewColumn {
    const { One, Two } = vscode.ViewColumn;
    return (this.#panel?.viewColumn ?? One) === One ? Two : One;
  }

  /** Shows it, for the walkthrough with that key. `quietly`: whoever types somewhere goes on there. */
  open(key: string, { quietly, viewColumn }: { quietly: boolean; viewColumn: vscode.ViewColumn }): void {
    if (this.#panel !== undefined) return this.#panel.reveal(undefined, quietly);
    const place = { viewColumn, preserveFocus: quietly };
    const { viewType, name } = this.#options;
    this.adopt(vscode.window.createWebviewPanel(viewType, name, place, this.#rights()), key);
  }

  reveal(): void {
    this.#panel?.reveal();
  }

  /** Takes a webview that the editor kept. */
  adopt(panel: vscode.WebviewPanel, key: string): void {
    const { onMessage, onDidChange, onDidClose } = this.#options;
    this.#panel?.dispose();
    this.#panel = panel;
    const { webview } = panel;
    webview.options = this.#rights();
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      onDidClose();
    });
    panel.onDidChangeViewState(() => onDidChange());
    webview.onDidReceiveMessage((message: unknown) => {
      const asked = readPageMessage(message);
      if (asked !== undefined) onMessage(asked);
    });
    const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(this.#media, file)).toString();
    webview.html = pageShell({
      key,
      title: this.#options.name,
      nonce: crypto.randomUUID().replaceAll('-', ''),
      source: webview.cspSource,
      script: address('player.js'),
      style: address('player.css'),
    });
    onDidChange();
  }

  draw({ title, ...content }: PageContent): void {
    if (this.#panel === undefined) return;
    this.#panel.title = title;
    void this.#panel.webview.postMessage(content);
  }

  /** The address by which the page loads a file of a folder. */
  imageSource(folder: vscode.Uri, path: string): string {
    return this.#panel!.webview.asWebviewUri(vscode.Uri.joinPath(folder, path)).toString();
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #rights(): vscode.WebviewOptions & vscode.WebviewPanelOptions {
    const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    return { enableScripts: true, enableFindWidget: true, localResourceRoots: [this.#media, ...folders] };
  }
}
