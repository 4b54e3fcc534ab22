import * as vscode from 'vscode';
import type { Answer } from '../core/review/answer';
import type { ReviewQuery, ReviewResult } from '../core/review/reviewItem';
import type { ServerLink } from './link/serverLink';
import { myHandlesAnywhere } from './settings';
import { placeOf } from './state/answerFiles';
import type { PersonalState } from './state/personalState';
import type { RecordFiles } from './state/recordFiles';
import type { ReviewChoices } from './state/reviewChoices';

/** As often is asked until the answers are those of the branch; it may be switched meanwhile. */
const mostTurns = 3;

export interface AskReviewOptions {
  readonly link: ServerLink;
  readonly personal: Pick<PersonalState, 'at'>;
  readonly choices: ReviewChoices;
  readonly answers: RecordFiles<Answer>;
}

/** How a review is asked for. */
export interface HowAsked {
  /** Where the answers were kept the last time; empty where nobody knows yet. */
  readonly place: readonly string[];
  readonly base: string | undefined;
  /** Whether a person picked this base, and the branch shall remember it. */
  readonly isPicked: boolean;
  readonly role: 'author' | 'reviewer' | 'both';
  readonly isMine: boolean;
}

export interface AskedReview {
  readonly query: ReviewQuery;
  readonly result: ReviewResult;
  /** Where its answers are kept. */
  readonly place: readonly string[];
}

/**
 * Asks for the review that is on, with the answers that were kept for it. Which these are hangs on the branch, and only
 * the server knows it: it is asked again where the branch is another. `undefined` without an answer.
 */
export async function askReview(
  options: AskReviewOptions,
  how: HowAsked,
  token: vscode.CancellationToken,
): Promise<AskedReview | undefined> {
  let { place, base } = how;
  for (let turn = 1; ; turn += 1) {
    const query = await queryFor(options, { ...how, place, base });
    const result = await options.link.review(query, token);
    if (result === undefined || token.isCancellationRequested) return undefined;
    if (turn === 1 && how.isPicked && result.withoutDiff === undefined)
      await options.choices.setBase(result.folder, result.branch, base);
    const placeNow = await placeFor(options, result);
    const baseNow = baseFor(options, result, base);
    const isSettled = baseNow === base && placeNow.join('\n') === place.join('\n');
    if (isSettled || turn === mostTurns) return { query, result, place: placeNow };
    [place, base] = [placeNow, baseNow];
  }
}

async function queryFor(
  { choices, answers }: AskReviewOptions,
  { place, base, role, isMine }: HowAsked,
): Promise<ReviewQuery> {
  const { folder, checklist } = choices.subject ?? {};
  return {
    ...(folder !== undefined && { folder }),
    ...(checklist !== undefined && { checklist: checklist.id }),
    ...(base !== undefined && { base }),
    ...(role !== 'both' && { role }),
    ...(isMine && { mine: true }),
    me: myHandlesAnywhere(),
    answers: place.length === 0 ? [] : await answers.read(place),
  };
}

async function placeFor(
  { personal, choices }: AskReviewOptions,
  result: ReviewResult,
): Promise<readonly string[]> {
  const { repository } = await personal.at(vscode.Uri.parse(result.folder));
  return placeOf(repository, result, choices.subject?.checklist?.id);
}

/** Without a diff nobody knows the branch: what was asked for stays, so that what is said about it does too. */
function baseFor(
  { choices }: AskReviewOptions,
  { folder, branch, withoutDiff }: ReviewResult,
  asked: string | undefined,
): string | undefined {
  return withoutDiff === undefined ? choices.baseOf(folder, branch) : asked;
}
