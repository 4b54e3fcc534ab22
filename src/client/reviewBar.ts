import * as vscode from 'vscode';
import type { Review } from './review';
import { isOn, onDidChangeSettings } from './settings';
import { leftWords, progressOf } from './views/reviewWords';

/** One item while a review is on: how much of it is answered. A click leads to the view. */
export function registerReviewBar(review: Review): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'leadlight.reviewProgress',
    vscode.StatusBarAlignment.Right,
    89,
  );
  item.name = 'Leadlight: Review';
  item.command = 'leadlight.review.focus';
  const show = () => {
    const { result } = review;
    if (result === undefined || !isOn('review') || !isOn('reviewBar')) return item.hide();
    const { done, all } = progressOf(result);
    const left = leftWords(result);
    const sentence = `Review: ${done} of ${all} answered${left === '' ? '' : ` (${left})`}`;
    item.text = `$(checklist) ${done}/${all}`;
    item.tooltip = sentence;
    item.accessibilityInformation = { label: `Leadlight: ${sentence}`, role: 'button' };
    item.show();
  };
  return vscode.Disposable.from(item, review.onDidChange(show), onDidChangeSettings(show));
}
