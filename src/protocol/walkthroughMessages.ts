import { RequestType } from 'vscode-languageserver-protocol';
import type { StepChange } from '../core/walkthrough/editSteps';
import type { PlayedWalkthrough, WalkthroughSummary } from '../core/walkthrough/playedWalkthrough';
import type { Proposals, StepsEdited, TourImport } from '../core/walkthroughAuthoring';

/** The messages about walkthroughs. Nobody's progress is in them: it stays with the person's editor. */

/** All walkthroughs, in the order in which they are offered. */
export const WalkthroughsRequest = new RequestType<
  Record<string, never>,
  readonly WalkthroughSummary[],
  void
>('leadlight/walkthroughs');

/** One of them with its steps, their anchors resolved now; `null` where it is gone. */
export const WalkthroughRequest = new RequestType<{ readonly key: string }, PlayedWalkthrough | null, void>(
  'leadlight/walkthrough',
);

/** What a step about some lines may be anchored to, as values of its `at`, the best first; `null` where it is no file. */
export const AnchorsRequest = new RequestType<AnchorsParams, Proposals | null, void>('leadlight/anchors');

export interface AnchorsParams {
  readonly uri: string;
  /** 0-based lines, `to` included. */
  readonly from: number;
  readonly to: number;
  /** The source that the step is written in. */
  readonly source: string;
}

/** A change of a walkthrough's steps as an edit of its source; nothing is written. */
export const EditStepsRequest = new RequestType<EditStepsParams, StepsEdited, void>('leadlight/editSteps');

export interface EditStepsParams {
  /** The source, and its text as the editor has it now. */
  readonly uri: string;
  readonly text: string;
  /** The id of the walkthrough. */
  readonly id: string;
  readonly change: StepChange;
}

/** What each CodeTour would be as a file of `.leadlight/walkthroughs/`; nothing is written. */
export const TourImportRequest = new RequestType<Record<string, never>, TourImport, void>(
  'leadlight/tourImport',
);

/** A walkthrough as one page of Markdown, with links from its workspace folder; `null` where it is gone. */
export const WalkthroughPageRequest = new RequestType<{ readonly key: string }, string | null, void>(
  'leadlight/walkthroughPage',
);
