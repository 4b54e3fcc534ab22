import * as vscode from 'vscode';

/** For what is asked to the end, whatever a person does meanwhile. */
export function neverCancelled(): vscode.CancellationToken {
  return new vscode.CancellationTokenSource().token;
}
