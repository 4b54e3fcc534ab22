import * as vscode from 'vscode';
import { isOn } from './settings';
import type { PersonalState } from './state/personalState';

type Show = (uri: vscode.Uri, diagnostics: vscode.Diagnostic[]) => void;

interface Published {
  readonly uri: vscode.Uri;
  readonly diagnostics: vscode.Diagnostic[];
  readonly show: Show;
}

/** Shows the server's diagnostics, except where they are switched off or their entry is muted. */
export class Diagnostics {
  readonly #personal: PersonalState;
  /** What the server said last, by URI, so that it can be filtered anew. */
  readonly #published = new Map<string, Published>();

  constructor(personal: PersonalState) {
    this.#personal = personal;
  }

  publish(uri: vscode.Uri, diagnostics: vscode.Diagnostic[], show: Show): void {
    const published = { uri, diagnostics, show };
    if (diagnostics.length > 0) this.#published.set(uri.toString(), published);
    else this.#published.delete(uri.toString());
    void this.#show(published);
  }

  /** Settings or marks changed. */
  refresh(): void {
    for (const published of this.#published.values()) void this.#show(published);
  }

  /** The server is gone, and its diagnostics with it. */
  forget(): void {
    this.#published.clear();
  }

  async #show(published: Published): Promise<void> {
    const { uri, diagnostics, show } = published;
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
    if (diagnostics.length === 0 || !isOn('diagnostics', document ?? uri)) return show(uri, []);
    const { marks } = await this.#personal.at(uri);
    // Something newer was published while the marks were looked up.
    if (this.#published.get(uri.toString()) !== published) return;
    show(
      uri,
      diagnostics.filter((diagnostic) => marks.get(keyOf(diagnostic)) !== 'muted'),
    );
  }
}

/** The key of the entry that a diagnostic comes from; problems in guidance have none. */
function keyOf(diagnostic: vscode.Diagnostic): string {
  const { data } = diagnostic as { readonly data?: { readonly key?: unknown } };
  return typeof data?.key === 'string' ? data.key : '';
}
