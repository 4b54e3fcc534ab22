import * as vscode from 'vscode';
import { answerNotApplicable, type Answering, chooseItem } from '../answering';

/** Answers that a question does not apply, with a reason. */
export function registerAnswerNotApplicable(answering: Answering): vscode.Disposable {
  return vscode.commands.registerCommand(
    'leadlight.answerNotApplicable',
    async (given: unknown, note: unknown) => {
      const item = await chooseItem(answering, given);
      if (item !== undefined) await answerNotApplicable(answering.review, item, note);
    },
  );
}
