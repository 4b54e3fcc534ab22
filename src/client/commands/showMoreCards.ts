import * as vscode from 'vscode';
import type { CardHandles } from '../hover/cardHandles';
import { pickCard } from '../pickCard';
import { sayOutdated } from '../statusMessages';

/** `2 more` in a hover: lists the cards that had no room in it. */
export function registerShowMoreCards({ rests }: CardHandles): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.showMoreCards', async (handle: unknown) => {
    const rest = rests.get(handle);
    await (rest === undefined ? sayOutdated() : pickCard(rest, 'What else is written about this place'));
  });
}
