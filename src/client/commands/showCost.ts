import * as vscode from 'vscode';
import { costText } from '../costText';
import type { Server } from '../link/server';
import { neverCancelled } from '../neverCancelled';
import { showDocument } from '../showDocument';

/** Opens what Leadlight's work took in this window, as a text. */
export function registerShowCost(server: Pick<Server, 'cost'>): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.showCost', async () => {
    const cost = await server.cost(neverCancelled());
    if (cost === undefined) return;
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: costText(cost),
    });
    await showDocument(document);
  });
}
