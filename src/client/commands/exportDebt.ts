import * as vscode from 'vscode';
import type { DebtFormat } from '../../core/features/debt';
import type { Debt } from '../debt';
import { showDocument } from '../showDocument';

const formats: readonly (vscode.QuickPickItem & { readonly format: DebtFormat })[] = [
  { format: 'markdown', label: 'Markdown', description: 'to read, or for a wiki' },
  { format: 'csv', label: 'CSV', description: 'for a spreadsheet' },
  { format: 'json', label: 'JSON', description: 'for a program' },
];

/** Opens the markers that the filter shows as a text that is not saved yet. */
export function registerExportDebt(debt: Debt): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.exportDebt', async (given: unknown) => {
    const picked =
      formats.find(({ format }) => format === given) ??
      (await vscode.window.showQuickPick(formats, { placeHolder: 'Export what the filter shows as' }));
    if (picked === undefined) return;
    const content = await debt.exported(picked.format);
    if (content === undefined) return;
    const document = await vscode.workspace.openTextDocument({ language: picked.format, content });
    await showDocument(document);
  });
}
