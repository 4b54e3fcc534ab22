import * as vscode from 'vscode';
import { openSource } from '../openSource';
import { markerOf } from '../views/debtTree';

export function registerOpenMarkerToSide(): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.openMarkerToSide', async (item: unknown) => {
    const marker = markerOf(item);
    if (marker !== undefined) await openSource({ ...marker }, vscode.ViewColumn.Beside);
  });
}
