import * as vscode from 'vscode';
import { answerConcern, type Answering, chooseItem } from '../answering';

/** Answers a question with a concern, with a note that says which. */
export function registerAnswerConcern(answering: Answering): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.answerConcern', async (given: unknown, note: unknown) => {
    const item = await chooseItem(answering, given);
    if (item !== undefined) await answerConcern(answering.review, item, note);
  });
}
