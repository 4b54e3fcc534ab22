import * as vscode from 'vscode';
import { say } from '../notice';
import type { Review } from '../review';
import { keepOrSay } from '../views/reviewView';

/** Takes back what was answered last in this window. */
export function registerUndoAnswer(review: Review): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.undoAnswer', async () => {
    if (review.canUndo) await keepOrSay(review, review.undo());
    else say('There is no answer to take back: none was given since the review was opened.');
  });
}
