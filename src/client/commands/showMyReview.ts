import * as vscode from 'vscode';
import type { Review } from '../review';

/** Switches between all questions and those about files of which the reader is an owner. */
export function registerShowMyReview(review: Review): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.showMyReview', () => review.setMine(!review.isMine));
}
