import * as vscode from 'vscode';
import { until } from '../until';

describe('Help Me Word This', () => {
  after(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('leads from the ladder to a comment at the cursor, by keyboard alone', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: 'Prices are cached for a day.\n',
    });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 0, 0, 28);
    const done = vscode.commands.executeCommand('leadlight.helpMeWordThis');
    // Enter takes what is offered first, step by step: the selection is the quote, and the first label is praise.
    await until(
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return document.getText();
      },
      (text) => text === 'Prices are cached for a day.praise:\n\n> Prices are cached for a day.\n',
    );
    await done;
  });
});
