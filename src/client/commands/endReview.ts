import * as vscode from 'vscode';
import type { Review } from '../review';

/** Leaves the review; what was answered is kept. */
export function registerEndReview(review: Review): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.endReview', () => review.end());
}
