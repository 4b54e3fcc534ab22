import * as vscode from 'vscode';
import type { Answering } from '../answering';
import { answerOrSay } from '../views/reviewView';

/** Ticks or clears the box of the question that the keyboard is on; on another line it does what Space does in a list. */
export function registerTickItem({ review, view }: Answering): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.tickItem', async () => {
    const { item, isChecked } = (await view.chooseFocused()) ?? {};
    if (item !== undefined && isChecked !== undefined)
      await answerOrSay(review, item, { state: isChecked ? 'open' : 'pass' });
  });
}
