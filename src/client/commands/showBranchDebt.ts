import * as vscode from 'vscode';
import type { Debt } from '../debt';

/** Switches between all markers and those that the current branch added. */
export function registerShowBranchDebt(debt: Debt): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.showBranchDebt', async () => {
    const { branch, ...others } = debt.filter;
    if (branch !== true && debt.git !== 'trusted')
      return vscode.window.showInformationMessage(
        debt.git === 'untrusted'
          ? 'What your branch adds is known once you trust this folder: git may run programs of its own.'
          : 'What your branch adds is not known here: there is no git.',
      );
    await debt.setFilter(branch === true ? others : { ...others, branch: true });
    if (debt.filter.branch !== true || debt.result?.bases?.length !== 0) return undefined;
    await debt.setFilter(others);
    return vscode.window.showInformationMessage(
      'What your branch adds is not known here: git knows no branch that it left.',
    );
  });
}
