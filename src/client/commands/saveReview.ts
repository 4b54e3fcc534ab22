import * as vscode from 'vscode';
import { saveText } from '../saveText';
import { sayFailed } from '../notice';
import type { Review } from '../review';

/** Saves the review as JSON, where a person says. */
export function registerSaveReview(review: Review): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.saveReview', async (given: unknown) => {
    const text = await review.exported('json');
    if (text === undefined) return sayFailed('There is no review to save: start one first.');
    await saveText(text, { name: 'review.json', filters: { JSON: ['json'] }, given });
  });
}
