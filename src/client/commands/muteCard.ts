import * as vscode from 'vscode';
import type { CardHandles } from '../hover/cardHandles';
import type { PersonalState } from '../state/personalState';
import { sayMarked, sayOutdated } from '../statusMessages';

/** `Mute` in a hover: from then on, this entry is shown nowhere but in the list of what is muted. */
export function registerMuteCard({ cards }: CardHandles, personal: PersonalState): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.muteCard', async (handle: unknown) => {
    const held = cards.get(handle);
    if (held === undefined) return sayOutdated();
    await personal.mark(held, 'muted');
    return sayMarked('Muted', held.card.title);
  });
}
