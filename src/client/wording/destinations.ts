import * as vscode from 'vscode';

const shownMs = 5_000;

interface Destination extends vscode.QuickPickItem {
  put(text: string): Thenable<boolean>;
}

/** Puts a text where a person wants it: into a box that is open, at the cursor, or into the clipboard. */
export async function chooseDestination(text: string, editor: vscode.TextEditor | undefined): Promise<void> {
  const documents = vscode.workspace.textDocuments;
  // Each thread has a box, seen or not: of the empty ones it is the newest in which somebody writes.
  const newest = documents.findLast((document) => document.uri.scheme === 'comment' && isEmpty(document));
  const boxes = documents
    .filter((document) => document === newest || document.uri.scheme !== 'comment' || !isEmpty(document))
    .flatMap((document) => boxOf(document) ?? []);
  const cursor = editor === undefined ? [] : [atCursor(editor)];
  const picked = await vscode.window.showQuickPick([...boxes, ...cursor, clipboard], {
    title: text.split('\n', 1)[0]!,
    placeHolder: 'Where does it go?',
    ignoreFocusOut: true,
  });
  if (picked === undefined || (await picked.put(text))) return;
  await clipboard.put(text);
}

const clipboard: Destination = {
  label: '$(copy) Copy',
  put: async (text) => {
    await vscode.env.clipboard.writeText(text);
    vscode.window.setStatusBarMessage('$(copy) The comment is in the clipboard', shownMs);
    return true;
  },
};

/** A box for comments or commit messages that is open now. */
function boxOf(document: vscode.TextDocument): Destination | undefined {
  const names: Readonly<Record<string, string>> = {
    comment: '$(comment) Into the comment',
    'vscode-scm': '$(git-commit) Into the commit message',
  };
  const label = names[document.uri.scheme];
  if (label === undefined) return undefined;
  const start = document.getText().trim();
  return {
    label,
    description:
      start === '' ? 'which is empty' : `which begins with "${start.slice(0, 40).split('\n', 1)[0]!}"`,
    put: (text) => {
      const end = document.lineAt(document.lineCount - 1).range.end;
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, end, start === '' ? text : `\n\n${text}`);
      return vscode.workspace.applyEdit(edit);
    },
  };
}

function isEmpty(document: vscode.TextDocument): boolean {
  return document.getText().trim() === '';
}

function atCursor(editor: vscode.TextEditor): Destination {
  return {
    label: '$(edit) At the cursor',
    description: vscode.workspace.asRelativePath(editor.document.uri),
    put: (text) => editor.edit((edit) => edit.replace(editor.selection.active, text)),
  };
}
