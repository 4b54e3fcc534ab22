import * as vscode from 'vscode';
import type { CardHandles } from '../hover/cardHandles';
import type { PersonalState } from '../state/personalState';
import { sayOutdated, sayUnfolded } from '../statusMessages';

/** `Unfold` in a hover. */
export function registerUnfoldCard({ cards }: CardHandles, personal: PersonalState): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.unfoldCard', async (handle: unknown) => {
    const held = cards.get(handle);
    if (held === undefined) return sayOutdated();
    await personal.bringBack([{ repository: held.repository, key: held.card.key }]);
    return sayUnfolded(held.card.title);
  });
}
