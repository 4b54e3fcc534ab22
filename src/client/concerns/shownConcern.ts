import * as vscode from 'vscode';
import type { Concern } from '../../core/review/answer';
import {
  type AnchorPlace,
  anchorAt,
  type AnchorText,
  type LineSpan,
  resolveAnchor,
} from '../../core/text/contentAnchor';
import { ConcernComment } from './concernComment';
import { lostText, threadLabel } from './concernText';
import type { FollowedLines } from './followLines';

/** A thread, and what is known of it now. Its concern is kept once it has a comment. */
export interface ShownConcern {
  readonly thread: vscode.CommentThread;
  readonly document: vscode.TextDocument;
  /** The workspace folder. */
  readonly folder: vscode.Uri;
  concern: Omit<Concern, 'at'>;
  place: AnchorPlace;
  /** `undefined` where only what the lines said can tell where they are. */
  followed: FollowedLines | undefined;
  /** Whether `place` is of the document as it is now. */
  isSettled: boolean;
  /** What the thread says, as JSON: as long as that stays, so do its comments, one that is being edited too. */
  said: string;
}

/** Where a thread is whose code has no place. */
export const topOfFile = new vscode.Range(0, 0, 0, 0);

/** Finds the lines in the document as it is now, and shows the thread there. */
export function settleConcern(shown: ShownConcern, text: AnchorText): void {
  const { followed, concern } = shown;
  if (followed === undefined) {
    shown.place = resolveAnchor(concern.anchor, text);
  } else {
    const span = { start: followed.start, end: followed.start + followed.lines.length - 1 };
    shown.place = { state: 'found', span };
  }
  if ('span' in shown.place) {
    const { start, end } = shown.place.span;
    shown.concern = { ...concern, anchor: anchorAt(text, { start, end }) };
    shown.followed = { start, lines: text.lines.slice(start, end + 1) };
  }
  shown.isSettled = true;
  renderConcern(shown);
}

/** Shows a thread as its concern is. */
export function renderConcern(shown: ShownConcern): void {
  const { thread, document, concern, place } = shown;
  const range = 'span' in place ? rangeOf(document, place.span) : topOfFile;
  if (thread.range?.isEqual(range) !== true) thread.range = range;
  const isDraft = concern.comments.length === 0;
  const lost = lostText(concern, place, document.languageId);
  const said = JSON.stringify([lost, concern.comments]);
  if (shown.said !== said) {
    shown.said = said;
    const notice = lost === undefined ? [] : [noticeOf(lost)];
    thread.comments = [...notice, ...concern.comments.map((each) => new ConcernComment(each))];
  }
  thread.label = isDraft ? 'Raise a concern' : threadLabel(concern, place);
  thread.contextValue = isDraft ? 'draft' : concern.state;
  thread.state =
    concern.state === 'resolved' ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
}

function rangeOf(document: vscode.TextDocument, { start, end }: LineSpan): vscode.Range {
  return document.validateRange(new vscode.Range(start, 0, end, Number.MAX_SAFE_INTEGER));
}

function noticeOf(lost: string): vscode.Comment {
  return {
    author: { name: 'Leadlight' },
    body: new vscode.MarkdownString(lost),
    mode: vscode.CommentMode.Preview,
    contextValue: 'notice',
  };
}
