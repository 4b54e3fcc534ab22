import * as vscode from 'vscode';
import type { Answering } from '../answering';
import type { ServerLink } from '../link/serverLink';
import { registerAnswerConcern } from './answerConcern';
import { registerAnswerNotApplicable } from './answerNotApplicable';
import { registerAnswerPass } from './answerPass';
import { registerChangeBase } from './changeBase';
import { registerChangeReviewRole } from './changeReviewRole';
import { registerCopyReview } from './copyReview';
import { registerCopyReviewTrailers } from './copyReviewTrailers';
import { registerCreateFirstChecklist } from './createFirstChecklist';
import { registerEndReview } from './endReview';
import { registerGuideReview } from './guideReview';
import { registerOpenChecklist } from './openChecklist';
import { registerOpenEvidence } from './openEvidence';
import { registerOpenItemChanges } from './openItemChanges';
import { registerReadReview } from './readReview';
import { registerRefreshReview } from './refreshReview';
import { registerReopenItem } from './reopenItem';
import { registerSaveReview } from './saveReview';
import { registerSaveTeamResult } from './saveTeamResult';
import { registerShowMyReview } from './showMyReview';
import { registerStartReview } from './startReview';
import { registerStartReviewOver } from './startReviewOver';
import { registerTickItem } from './tickItem';
import { registerUndoAnswer } from './undoAnswer';

/** All commands of the view Review. */
export function registerReviewCommands(answering: Answering, link: ServerLink): vscode.Disposable {
  const { review } = answering;
  return vscode.Disposable.from(
    registerAnswerConcern(answering),
    registerAnswerNotApplicable(answering),
    registerAnswerPass(answering),
    registerChangeBase(review),
    registerChangeReviewRole(review),
    registerCopyReview(review),
    registerCopyReviewTrailers(review),
    registerCreateFirstChecklist(),
    registerEndReview(review),
    registerGuideReview(review),
    registerOpenChecklist(review, link),
    registerOpenEvidence(review),
    registerOpenItemChanges(answering),
    registerReadReview(review),
    registerRefreshReview(review),
    registerReopenItem(answering),
    registerSaveReview(review),
    registerSaveTeamResult(review),
    registerShowMyReview(review),
    registerStartReview(review),
    registerStartReviewOver(review),
    registerTickItem(answering),
    registerUndoAnswer(review),
  );
}
