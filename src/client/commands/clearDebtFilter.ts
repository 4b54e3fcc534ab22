import * as vscode from 'vscode';
import type { Debt } from '../debt';

export function registerClearDebtFilter(debt: Debt): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.clearDebtFilter', () => debt.setFilter({}));
}
