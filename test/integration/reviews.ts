import * as vscode from 'vscode';

/** What **Save Review as JSON...** writes of an item. */
export interface SavedItem {
  readonly id: string;
  readonly applies: boolean | null;
  readonly reason: string;
  readonly evidence: readonly { readonly path: string }[];
  readonly answer: {
    readonly state: string;
    readonly note: string | null;
    readonly role: string;
    readonly stale: string | null;
  } | null;
}

export interface SavedReview {
  readonly base: string | null;
  readonly items: readonly SavedItem[];
}

/** The review that is on, as it would be saved to a file of this folder. */
export async function savedReview(folder: vscode.Uri): Promise<SavedReview> {
  const file = vscode.Uri.joinPath(folder, 'saved-review.json');
  await vscode.commands.executeCommand('leadlight.saveReview', file);
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  await vscode.workspace.fs.delete(file);
  return JSON.parse(text) as SavedReview;
}

/** What was answered to an item, in words; `open` where nothing was. */
export function said({ items }: SavedReview, id: string): string {
  const answer = items.find((item) => item.id === id)?.answer;
  if (!answer || answer.state === 'open') return 'open';
  const note = answer.note === null ? '' : `: ${answer.note}`;
  return `${answer.stale === null ? '' : 'stale, was '}${answer.state}${note}`;
}

/** An item as the view hands it to a command. */
export function node(id: string): object {
  return { item: { id, ask: id, for: 'anyone' } };
}
