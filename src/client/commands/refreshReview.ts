import * as vscode from 'vscode';
import { withPatience } from '../patience';
import type { Review } from '../review';

/** Looks at what changed once more. */
export function registerRefreshReview(review: Review): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.refreshReview', () =>
    withPatience('Looking at what changed', (token) => review.refreshUntil(token)),
  );
}
