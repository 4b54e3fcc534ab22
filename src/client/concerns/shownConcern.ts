import * as vscode from 'vscode';
import type { Concern } from '../../core/review/answer';
import { type AnchorPlace, anchorAt, type AnchorText, resolveAnchor } from '../../core/text/contentAnchor';
import { ConcernComment } from './concernComment';
import { now } from './concerns';
import { lostText, threadLabel } from './concernText';
import type { FollowedLines } from './followLines';

/** A concern where it is now. It is a draft, and not kept, until it has a comment. */
export interface PlacedConcern {
  readonly document: vscode.TextDocument;
  /** The workspace folder. */
  readonly folder: vscode.Uri;
  concern: Omit<Concern, 'at'>;
  /** `undefined` where only what the lines said can tell where they are. */
  followed: FollowedLines | undefined;
  place: AnchorPlace;
}

/** A thread, and what is known of it. */
export interface ShownConcern extends PlacedConcern {
  readonly thread: vscode.CommentThread;
  /** Whether `place` is of the document as it is now. */
  isSettled: boolean;
  /** What the thread says, as JSON: as long as that stays, so do its comments, one that is being edited too. */
  said: string;
}

/** Where a thread is whose code has no place. */
const topOfFile = new vscode.Range(0, 0, 0, 0);

/** Finds the lines in the document as it is now. */
export function locate(
  { concern, followed }: Pick<PlacedConcern, 'concern' | 'followed'>,
  text: AnchorText,
): Pick<PlacedConcern, 'concern' | 'followed' | 'place'> {
  const place: AnchorPlace =
    followed === undefined
      ? resolveAnchor(concern.anchor, text)
      : { state: 'found', span: { start: followed.start, end: followed.start + followed.lines.length - 1 } };
  if (!('span' in place)) return { concern, followed, place };
  const { start, end } = place.span;
  return {
    concern: { ...concern, anchor: anchorAt(text, place.span) },
    followed: { start, lines: text.lines.slice(start, end + 1) },
    place,
  };
}

/** A thread for a concern. The editor moves into the box of a draft when the thread is expanded. */
export function showConcern(controller: vscode.CommentController, placed: PlacedConcern): ShownConcern {
  const { document } = placed;
  const thread = controller.createCommentThread(document.uri, rangeOf(placed), commentsOf(placed));
  const shown = { ...placed, thread, isSettled: true, said: saidIn(placed) };
  renderConcern(shown);
  return shown;
}

/** Shows a thread as its concern is. */
export function renderConcern(shown: ShownConcern): void {
  const { thread, concern, place } = shown;
  const range = rangeOf(shown);
  if (thread.range?.isEqual(range) !== true) thread.range = range;
  if (shown.said !== saidIn(shown)) {
    shown.said = saidIn(shown);
    thread.comments = commentsOf(shown);
  }
  thread.canReply = !isDraft(concern);
  thread.label = isDraft(concern) ? 'Raise a concern' : threadLabel(concern, place);
  thread.contextValue = isDraft(concern) ? 'draft' : concern.state;
  thread.state =
    concern.state === 'resolved' ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
}

export function isDraft({ comments }: Pick<Concern, 'comments'>): boolean {
  return comments.length === 0;
}

function rangeOf({ document, place }: PlacedConcern): vscode.Range {
  if (!('span' in place)) return topOfFile;
  return document.validateRange(
    new vscode.Range(place.span.start, 0, place.span.end, Number.MAX_SAFE_INTEGER),
  );
}

function saidIn(placed: PlacedConcern): string {
  return JSON.stringify([lostIn(placed), placed.concern.comments]);
}

function lostIn({ concern, place, document }: PlacedConcern): string | undefined {
  return isDraft(concern) ? undefined : lostText(concern, place, document.languageId);
}

function commentsOf(placed: PlacedConcern): vscode.Comment[] {
  const { concern } = placed;
  if (isDraft(concern)) return [new ConcernComment({ text: '', at: now() }, vscode.CommentMode.Editing)];
  const lost = lostIn(placed);
  const notice: vscode.Comment[] =
    lost === undefined
      ? []
      : [
          {
            author: { name: 'Leadlight' },
            body: new vscode.MarkdownString(lost),
            mode: vscode.CommentMode.Preview,
            contextValue: 'notice',
          },
        ];
  return [...notice, ...concern.comments.map((said) => new ConcernComment(said))];
}
