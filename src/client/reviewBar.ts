import * as vscode from 'vscode';
import { Latest } from './latest';
import type { ServerLink } from './link/serverLink';
import type { Review } from './review';
import { isOn, onDidChangeSettings } from './settings';
import { leftWords, progressOf } from './views/reviewWords';

/**
 * One item: where a team has written a checklist, a click starts the review; while one is on it tells how much is
 * answered, and a click leads to the view.
 */
export function registerReviewBar(review: Review, link: ServerLink): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'leadlight.reviewProgress',
    vscode.StatusBarAlignment.Right,
    89,
  );
  item.name = 'Leadlight: Review';
  let hasChecklists = false;
  const show = () => {
    const look = isOn('review') && isOn('reviewBar') ? lookOf(review, hasChecklists) : undefined;
    if (look === undefined) return item.hide();
    item.text = look.text;
    item.tooltip = look.sentence;
    item.command = look.command;
    item.accessibilityInformation = { label: `Leadlight: ${look.sentence}`, role: 'button' };
    item.show();
  };
  const latest = new Latest();
  const lookForChecklists = async () => {
    const token = latest.next();
    const checklists = await link.checklists(token);
    if (token.isCancellationRequested) return;
    hasChecklists = checklists?.some(({ from }) => from === 'team') ?? false;
    show();
  };
  return vscode.Disposable.from(
    item,
    latest,
    review.onDidChange(show),
    onDidChangeSettings(show),
    link.onDidChangeGuidance(() => void lookForChecklists()),
  );
}

interface Look {
  readonly text: string;
  readonly sentence: string;
  readonly command: string;
}

function lookOf({ state, result }: Review, hasChecklists: boolean): Look | undefined {
  if (state === 'never')
    return hasChecklists
      ? {
          text: '$(checklist) Review',
          sentence: 'Start a review: what your checklists ask about the changes of this branch',
          command: 'leadlight.startReview',
        }
      : undefined;
  if (result === undefined) return undefined;
  const { done, all } = progressOf(result);
  const left = leftWords(result);
  return {
    text: `$(checklist) ${done}/${all}`,
    sentence: `Review: ${done} of ${all} answered${left === '' ? '' : ` (${left})`}`,
    command: 'leadlight.review.focus',
  };
}
