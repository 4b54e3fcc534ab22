import * as vscode from 'vscode';
import { type Answering, chooseItem } from '../answering';
import { answerOrSay } from '../views/reviewView';

/** Takes the answer to a question back. */
export function registerReopenItem(answering: Answering): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.reopenItem', async (given: unknown) => {
    const item = await chooseItem(answering, given);
    if (item !== undefined) await answerOrSay(answering.review, item, { state: 'open' });
  });
}
