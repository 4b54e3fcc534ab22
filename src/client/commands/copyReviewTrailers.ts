import * as vscode from 'vscode';
import { say, sayFailed } from '../notice';
import type { Review } from '../review';

/** Copies the answers as trailers for a commit message. */
export function registerCopyReviewTrailers(review: Review): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.copyReviewTrailers', async () => {
    const text = await review.exported('trailers');
    if (text === undefined) return sayFailed('There is no review to copy: start one first.');
    if (text.trim() === '') return say('Nothing is answered yet, so there is nothing to copy.');
    await vscode.env.clipboard.writeText(text);
    say('The answers are copied: paste them at the end of a commit message.');
  });
}
