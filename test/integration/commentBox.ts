import * as vscode from 'vscode';
import { isShown, until } from './until';

/** The boxes that comments are typed into. */
export function boxes(): readonly vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'comment');
}

export async function type(box: vscode.TextDocument, text: string): Promise<void> {
  // The editor refuses an edit of a text that it is still changing itself.
  await until(
    async () => {
      const change = new vscode.WorkspaceEdit();
      change.replace(box.uri, new vscode.Range(0, 0, box.lineCount, 0), text);
      return vscode.workspace.applyEdit(change);
    },
    (isDone) => isDone,
  );
}

/** Sends what was typed into a box. */
export async function submit(): Promise<void> {
  await vscode.commands.executeCommand('editor.action.submitComment');
  await until(
    () => Promise.resolve(boxes().map((box) => box.getText())),
    ([text = '']) => text === '',
  );
}

/** Raises a concern where the cursor is, and gives the box for its words. */
export async function raise(): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('leadlight.raiseConcern');
  const [box] = await until(() => Promise.resolve(boxes()), isShown);
  return box!;
}
