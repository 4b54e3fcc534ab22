import * as vscode from 'vscode';
import { itemsOf } from '../answering';
import { guideReview } from '../guidedReview';
import { say } from '../notice';
import type { Review } from '../review';

/** Leads through the review, one question at a time; whoever leaves goes on there the next time. */
export function registerGuideReview(review: Review): vscode.Disposable {
  let last: string | undefined;
  return vscode.commands.registerCommand('leadlight.guideReview', async () => {
    if (review.result === undefined) await vscode.commands.executeCommand('leadlight.startReview');
    if (itemsOf(review).length === 0) return say('No question is asked about what changed.');
    last = await guideReview(review, last);
  });
}
