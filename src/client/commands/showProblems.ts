import * as vscode from 'vscode';

export function registerShowProblems(): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.showProblems', () =>
    vscode.commands.executeCommand('workbench.actions.view.problems'),
  );
}
