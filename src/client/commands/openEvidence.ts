import * as vscode from 'vscode';
import { openPlace } from '../openChanges';
import type { Review } from '../review';
import { evidenceOf } from '../views/reviewTree';

/** Opens the lines behind a line of the view. */
export function registerOpenEvidence(review: Review): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.openEvidence', async (given: unknown) => {
    const place = evidenceOf(given);
    if (place !== undefined) await openPlace(review, place);
  });
}
