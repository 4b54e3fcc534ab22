import * as vscode from 'vscode';

/**
 * A text that is not saved yet, and that is saved to this place where the editor lets us say so. What somebody has
 * begun there already is returned as it is.
 */
export async function unsavedText(
  uri: vscode.Uri | undefined,
  content: string,
  language = 'yaml',
): Promise<vscode.TextDocument> {
  if (uri === undefined || (uri.scheme !== 'file' && uri.scheme !== 'vscode-remote'))
    return vscode.workspace.openTextDocument({ language, content });
  const document = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
  if (document.getText() !== '') return document;
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), content);
  await vscode.workspace.applyEdit(edit);
  return document;
}
