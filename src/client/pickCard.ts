import * as vscode from 'vscode';
import type { CardSource } from '../core/features/card';
import { kinds } from './kinds';
import { openSource } from './openSource';
import { plainText } from './plainText';
import type { HeldCard } from './state/personalState';

/** Lets a person choose one of some cards, and opens its source. */
export async function pickCard(cards: readonly HeldCard[], placeHolder: string): Promise<void> {
  const items = cards.map(({ card }): vscode.QuickPickItem & { readonly source?: CardSource } => ({
    label: plainText(card.title),
    description: kinds[card.kind].one.toLowerCase(),
    iconPath: new vscode.ThemeIcon(kinds[card.kind].icon),
    ...(card.source && { detail: plainText(card.source.label), source: card.source }),
  }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true });
  if (picked?.source !== undefined) await openSource(picked.source);
}
