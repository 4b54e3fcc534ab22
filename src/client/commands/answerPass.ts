import * as vscode from 'vscode';
import { type Answering, chooseItem } from '../answering';
import { answerOrSay } from '../views/reviewView';

/** Answers that a question is met. */
export function registerAnswerPass(answering: Answering): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.answerPass', async (given: unknown) => {
    const item = await chooseItem(answering, given);
    if (item !== undefined) await answerOrSay(answering.review, item, { state: 'pass' });
  });
}
