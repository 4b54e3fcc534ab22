import * as vscode from 'vscode';
import type { Review } from './review';
import { isOn, onDidChangeSettings } from './settings';
import { commitWords } from './views/reviewWords';

/** Says where a commit message is written what is left of the review that is on; it hinders nobody. */
export function registerCommitBox(review: Pick<Review, 'result' | 'onDidChange'>): vscode.Disposable {
  const notices = vscode.languages.createDiagnosticCollection('leadlight-commit');
  const show = (document: vscode.TextDocument) => {
    if (!isCommitBox(document)) return;
    const { result } = review;
    const words =
      result === undefined || !isAbout(document, result.folder) || !isOn('commitBox', document)
        ? undefined
        : commitWords(result);
    if (words === undefined) return notices.delete(document.uri);
    const line = document.lineAt(0).range;
    const notice = new vscode.Diagnostic(line, words, vscode.DiagnosticSeverity.Information);
    notice.source = 'Leadlight';
    notices.set(document.uri, [notice]);
  };
  const showAll = () => vscode.workspace.textDocuments.forEach(show);
  return vscode.Disposable.from(
    notices,
    review.onDidChange(showAll),
    onDidChangeSettings(showAll),
    vscode.workspace.onDidOpenTextDocument(show),
    vscode.workspace.onDidChangeTextDocument(({ document }) => show(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => notices.delete(uri)),
  );
}

function isCommitBox({ languageId }: vscode.TextDocument): boolean {
  return ['scminput', 'git-commit'].includes(languageId);
}

/** Whether the box, or the file that git has a message written into, is that of the repository which holds a folder. */
function isAbout({ languageId, uri }: vscode.TextDocument, folder: string): boolean {
  if (languageId === 'git-commit') {
    const [, root] = /^(.*)\/\.git\/[^/]+$/.exec(uri.path) ?? [];
    return root !== undefined && isIn(folder, uri.with({ path: root }));
  }
  // The editor says it in the address.
  const root = new URLSearchParams(uri.query).get('rootUri');
  return root === null || isIn(folder, vscode.Uri.parse(root));
}

function isIn(folder: string, root: vscode.Uri): boolean {
  return folder.startsWith(`${root.toString().replace(/\/$/, '')}/`);
}
