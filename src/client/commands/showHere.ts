import * as vscode from 'vscode';
import type { Here } from '../here';
import { pickCard } from '../pickCard';
import { isOn } from '../settings';

/** Shows what governs the file in the active editor: in the view, or in a list where the view is switched off. */
export function registerShowHere(here: Here): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.showHere', async () => {
    const { state } = here;
    if (isOn('here') || state === undefined) return vscode.commands.executeCommand('leadlight.here.focus');
    const cards = state.here.file.map((card) => ({ card, repository: state.repository }));
    return pickCard(cards, `What governs ${state.here.path}`);
  });
}
