import * as vscode from 'vscode';
import { until } from './until';

/** Runs a command that asks, and takes the first answer to each question until something is so. */
export async function accepting(
  command: string,
  given: unknown,
  isDone: () => Promise<boolean>,
): Promise<void> {
  void vscode.commands.executeCommand(command, given);
  await until(async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone();
  }, Boolean);
}

/** Leaves nothing open, and nothing unsaved. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments)
    if (document.isDirty) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
