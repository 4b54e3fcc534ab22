import * as vscode from 'vscode';
import type { Debt } from '../debt';

/** Ends the search for markers; what was found until then stays. */
export function registerCancelScan(debt: Debt): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.cancelScan', () => debt.cancelScan());
}
