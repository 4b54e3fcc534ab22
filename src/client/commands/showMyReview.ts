import * as vscode from 'vscode';
import { say } from '../notice';
import type { Review } from '../review';
import { myHandlesAnywhere } from '../settings';

/** Switches between all questions and those about files of which the reader is an owner. */
export function registerShowMyReview(review: Review): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.showMyReview', async () => {
    if (!review.isMine && myHandlesAnywhere().length === 0)
      return say(
        'Leadlight does not know which files are yours: name your handles in the setting leadlight.me.',
      );
    await review.setMine(!review.isMine);
  });
}
