import * as vscode from 'vscode';
import type { Review } from '../review';
import { keepOrSay } from '../views/reviewView';

/** Opens every question again, once a person has said yes. */
export function registerStartReviewOver(review: Review): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.startReviewOver', async () => {
    const yes = 'Open All Again';
    const chosen = await vscode.window.showWarningMessage(
      'Take back all answers of this review?',
      {
        modal: true,
        detail: 'Every question is open again then. Undo the Last Answer brings all of them back.',
      },
      yes,
    );
    if (chosen === yes) await keepOrSay(review, review.startOver());
  });
}
