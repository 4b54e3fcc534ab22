import * as vscode from 'vscode';
import type { CardHandles } from '../hover/cardHandles';
import type { PersonalState } from '../state/personalState';
import { sayMarked, sayOutdated } from '../statusMessages';

/** `Got it` in a hover: from then on, one line of this entry is enough. */
export function registerFoldCard({ cards }: CardHandles, personal: PersonalState): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.foldCard', async (handle: unknown) => {
    const held = cards.get(handle);
    if (held === undefined) return sayOutdated();
    await personal.mark(held, 'folded');
    return sayMarked('Folded', held.card.title);
  });
}
