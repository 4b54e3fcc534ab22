import * as vscode from 'vscode';
import { say, sayFailed } from '../notice';
import type { Review } from '../review';

/** Copies the review as a block for the description of a pull request. */
export function registerCopyReview(review: Review): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.copyReview', async () => {
    const text = await review.exported('markdown');
    if (text === undefined) return sayFailed('There is no review to copy: start one first.');
    await vscode.env.clipboard.writeText(text);
    say('The review is copied: paste it into the description of the pull request.');
  });
}
