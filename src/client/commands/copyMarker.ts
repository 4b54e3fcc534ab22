import * as vscode from 'vscode';
import { markerOf, markerText } from '../views/debtTree';

/** A marker of the view Debt with its place, to the clipboard. */
export function registerCopyMarker(): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.copyMarker', async (item: unknown) => {
    const marker = markerOf(item);
    if (marker !== undefined) await vscode.env.clipboard.writeText(markerText(marker));
  });
}
