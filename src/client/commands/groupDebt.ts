import * as vscode from 'vscode';
import type { DebtGrouping } from '../../core/features/debt';
import type { Debt } from '../debt';

const groupings: Readonly<Record<DebtGrouping, string>> = {
  folder: 'Folder by folder, as in the Explorer',
  file: 'Every file for itself',
  tag: 'TODO, FIXME and the others',
  owner: 'Whoever is named on it',
  area: 'The areas of the guidance',
  age: 'When it was written, as git knows it',
  due: 'By when it has to be done',
  cost: 'What it is said to take',
};

/** Chooses what the view Debt is grouped by; the workspace remembers it. */
export function registerGroupDebt(debt: Debt): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.groupDebt', async () => {
    const items = Object.entries(groupings).map(([by, detail]) => ({
      by: by as DebtGrouping,
      label: `${by[0]?.toUpperCase()}${by.slice(1)}`,
      description: detail,
      ...(by === debt.groupBy && { iconPath: new vscode.ThemeIcon('check') }),
    }));
    const picked = await vscode.window.showQuickPick(items, {
      placeHolder: `Group debt by (now: ${debt.groupBy})`,
      matchOnDescription: true,
    });
    if (picked !== undefined) await debt.group(picked.by);
  });
}
