import * as vscode from 'vscode';
import { type Answering, itemsOf } from '../answering';
import { answerOrSay } from '../views/reviewView';
import { isTicked } from '../views/reviewWords';

/** Ticks or clears the box of the question that the keyboard is on; on another line it does what Space does in a list. */
export function registerTickItem({ review, view }: Answering): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.tickItem', async () => {
    const { item, isChecked } = (await view.chooseFocused()) ?? {};
    // What the view shows may be of before the last answer.
    const now = itemsOf(review).find(({ id }) => id === item?.id);
    if (now !== undefined && isChecked !== undefined)
      await answerOrSay(review, now, { state: isTicked(now) ? 'open' : 'pass' });
  });
}
