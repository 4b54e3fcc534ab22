import * as vscode from 'vscode';
import type { ReviewItem } from '../core/review/reviewItem';
import { answerConcern, answerNotApplicable, itemsOf } from './answering';
import { noticeText } from './notice';
import { openChanges } from './openChanges';
import { plainText } from './plainText';
import type { Review } from './review';
import {
  type GuideChoice,
  guideEnds,
  guideHint,
  guideStart,
  type GuideStep,
  guideSteps,
  guideTitle,
} from './views/guideSteps';
import { pathsOf } from './views/reviewTree';
import { answerOrSay } from './views/reviewView';
import { summaryWords, whyText } from './views/reviewWords';

/**
 * Leads through the items, one at a time, with lists to choose from. Returns the id of the item where a person left;
 * `undefined` where all were seen.
 */
export async function guideReview(review: Review, last: string | undefined): Promise<string | undefined> {
  let id = guideStart(itemsOf(review), last);
  for (;;) {
    const items = itemsOf(review);
    const at = items.findIndex((item) => item.id === id);
    const item = items[at];
    if (item === undefined) {
      // Seen to the end, or gone from under us.
      if (!(await endReview(review))) return undefined;
      id = guideStart(itemsOf(review), undefined);
      continue;
    }
    const step = await pick(
      guideSteps(item, { at, all: items.length, paths: pathsOf(item, review.result ?? {}) }),
      {
        title: guideTitle(item, at, items.length),
        placeHolder: guideHint(item),
      },
    );
    if (step === undefined) return item.id;
    const goes = await take(review, item, step);
    if (goes !== 'stay') id = items[goes === 'back' ? at - 1 : at + 1]?.id;
  }
}

/** Does what was chosen, and tells where to go. */
async function take(review: Review, item: ReviewItem, step: GuideStep): Promise<'next' | 'back' | 'stay'> {
  switch (step) {
    case 'pass':
      return (await answerOrSay(review, item, { state: 'pass' })) ? 'next' : 'stay';
    case 'na':
      return (await answerNotApplicable(review, item)) ? 'next' : 'stay';
    case 'concern':
      return (await answerConcern(review, item)) ? 'next' : 'stay';
    case 'open':
      await answerOrSay(review, item, { state: 'open' });
      return 'stay';
    case 'code':
      await openChanges(review, item);
      return 'stay';
    case 'why':
      await vscode.window.showInformationMessage(noticeText(item.ask), {
        modal: true,
        detail: whyText(item),
      });
      return 'stay';
    default:
      return step;
  }
}

/** Tells whether a person wants to go through what is left. */
async function endReview(review: Review): Promise<boolean> {
  const { result, subject } = review;
  if (result === undefined) return false;
  const end = await pick(guideEnds(result, subject?.checklist !== undefined), {
    title: summaryWords(result),
    placeHolder: 'All questions were seen',
  });
  if (end === 'copy') await vscode.commands.executeCommand('leadlight.copyReview');
  if (end === 'save') await vscode.commands.executeCommand('leadlight.saveTeamResult');
  return end === 'left';
}

async function pick<T>(
  choices: readonly GuideChoice<T>[],
  { title, placeHolder }: { readonly title: string; readonly placeHolder: string },
): Promise<T | undefined> {
  const items = choices.map(({ does, label, icon, description }) => ({
    does,
    label,
    iconPath: new vscode.ThemeIcon(icon),
    ...(description !== undefined && { description: plainText(description) }),
  }));
  // The code may be looked at meanwhile.
  const options = { title: plainText(title), placeHolder: plainText(placeHolder), ignoreFocusOut: true };
  return (await vscode.window.showQuickPick(items, options))?.does;
}
