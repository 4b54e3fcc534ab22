import * as vscode from 'vscode';
import type { CardHandles } from '../hover/cardHandles';
import { openSource } from '../openSource';
import { sayOutdated } from '../statusMessages';

/** `Source` in a hover. */
export function registerOpenCardSource({ cards }: CardHandles): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.openCardSource', async (handle: unknown) => {
    const source = cards.get(handle)?.card.source;
    await (source === undefined ? sayOutdated() : openSource(source));
  });
}
