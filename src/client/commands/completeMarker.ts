import * as vscode from 'vscode';
import type { CardHandles } from '../hover/cardHandles';
import { sayOutdated } from '../statusMessages';

/** `Complete…` in a hover: puts the cursor on the marker, and lists what can be added to it. */
export function registerCompleteMarker({ markers }: CardHandles): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.completeMarker', async (handle: unknown) => {
    const place = markers.get(handle);
    if (place === undefined) return sayOutdated();
    const selection = new vscode.Range(place.range.start, place.range.start);
    await vscode.window.showTextDocument(place.uri, { selection });
    await vscode.commands.executeCommand('editor.action.quickFix');
  });
}
