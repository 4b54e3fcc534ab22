import * as vscode from 'vscode';
import { counted } from '../../core/text/counted';
import { noticeText, say, sayFailed } from '../notice';
import type { Review } from '../review';

/** Takes over the answers of a block or of trailers in the clipboard, or of a text that it is given. */
export function registerReadReview(review: Review): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.readReview', async (given: unknown) => {
    if (review.result === undefined) return say('Start the review first: then its answers can be read back.');
    const block = await review.read(
      typeof given === 'string' ? given : await vscode.env.clipboard.readText(),
    );
    if (block === undefined) return sayFailed('The answers could not be read.');
    const { answers, problems } = block;
    const read =
      answers.length === 0
        ? 'No answer in the clipboard is new.'
        : `${counted(answers.length, 'answer')} read.`;
    if (problems.length === 0) return say(read);
    const chosen = await vscode.window.showWarningMessage(
      noticeText(`${read} ${counted(problems.length, 'line')} could not be read.`),
      'Show Them',
    );
    if (chosen === undefined) return;
    const content = problems.map((problem) => `${problem}\n`).join('');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content }));
  });
}
