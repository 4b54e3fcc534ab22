import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { Answer } from '../core/review/answer';
import type {
  AnswerDraft,
  ChecklistSummary,
  ReadBlock,
  ReviewExportQuery,
  ReviewQuery,
  ReviewResult,
} from '../core/review/reviewItem';

/** The messages about reviews. A person's answers come with each request and are not kept by the server. */

/** The items that fit the diff, with what was answered; `null` where no folder is open. */
export const ReviewRequest = new RequestType<ReviewQuery, ReviewResult | null, void>('leadlight/review');

/** An answer to an item as the diff is now, for the client to keep; `null` where there is no such item. */
export const AnswerRequest = new RequestType<
  { readonly query: ReviewQuery; readonly draft: AnswerDraft },
  Answer | null,
  void
>('leadlight/answer');

/** The review as text to share. */
export const ReviewExportRequest = new RequestType<ReviewExportQuery, string, void>('leadlight/reviewExport');

/** Reads a block back from the body of a pull request, or trailers from a commit message. */
export const ReadBlockRequest = new RequestType<
  { readonly query: ReviewQuery; readonly text: string },
  ReadBlock,
  void
>('leadlight/readBlock');

/** What a diff may be based on, the likely ones first. */
export const BasesRequest = new RequestType<{ readonly folder: string }, readonly string[], void>(
  'leadlight/bases',
);

/** The old text of a changed file, for a diff editor; `null` where there is none. */
export const BaseTextRequest = new RequestType<BaseTextParams, string | null, void>('leadlight/baseText');

export interface BaseTextParams {
  /** As in `ReviewResult`. */
  readonly folder: string;
  readonly base?: string;
  /** As in `Evidence`: of the new text. */
  readonly path: string;
}

/** Checklists that can be opened by themselves: the team's, then those that Leadlight brings along. */
export const ChecklistsRequest = new RequestType<Record<string, never>, readonly ChecklistSummary[], void>(
  'leadlight/checklists',
);

/** What is reviewed may have changed: a file, a commit, the guidance. */
export const ReviewChanged = new NotificationType<Record<string, never>>('leadlight/reviewChanged');
